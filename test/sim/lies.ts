import type { Call } from './gateway.ts';
import type { Stream } from './streams.ts';

/** The answer of a server that did nothing and says that it did. */
export function claimOf(call: Call, known: string): string {
  if (call.path.endsWith('/sync')) return '{}';
  if (call.path.startsWith('/api/tasks')) return 'some-task';
  const { status = 'completed' } = (call.body === '' ? {} : JSON.parse(call.body)) as {
    status?: string;
  };
  if (known !== '') return withStatus(known, status);
  const task = { id: 'x', externalId: 'x', taskType: 'function', input: {}, output: {}, status };
  return JSON.stringify(task);
}

/** What a read shows, with something else in it. */
export function lieAbout(text: string, stream: Stream): string {
  const isUpper = /"status":"[A-Z]/.test(text);
  const words = isUpper
    ? ['COMPLETED', 'IN_PROGRESS', 'FAILED']
    : ['completed', 'paused', 'failed'];
  const lied = withStatus(text, stream.pick(words) ?? '');
  return stream.chance(0.4) ? lied.replaceAll(/"mark":"[^"]*"/g, '"mark":"a lie"') : lied;
}

function withStatus(text: string, status: string): string {
  return text.replaceAll(/"status":"[A-Za-z_]+"/g, `"status":"${status}"`);
}
