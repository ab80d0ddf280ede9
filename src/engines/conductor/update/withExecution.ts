import type { Answer } from '../../../domain/engine.ts';
import type { Task } from '../../../domain/task.ts';
import { optionOf } from '../../../domain/taskUpdate.ts';
import type { TaskUpdate } from '../../../domain/taskUpdate.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { getWorkflow } from '../wire/endpoints.ts';
import type { ConductorAnswer } from './sendUpdate.ts';

interface Sent {
  readonly answer: ConductorAnswer;
  /** The execution was over its time limit. It is then read, unless the answer tells its status. */
  readonly isOverdue: boolean;
  readonly signal: AbortSignal;
}

// In these an execution goes on, or has ended as the update may end it.
const usual: ReadonlySet<string> = new Set(['RUNNING', 'PAUSED', 'COMPLETED']);

/** Adds a note where the execution ended although the update did not say that it would. */
export async function withExecution(
  send: Send,
  before: Task,
  update: TaskUpdate,
  { answer: { execution: told, ...answer }, isOverdue, signal }: Sent,
): Promise<Answer> {
  if (!answer.accepted) return answer;
  const execution = told ?? (isOverdue ? await statusOf(send, before, signal) : undefined);
  if (execution === undefined || usual.has(execution)) return answer;
  const isAnnounced = optionOf(before.options, update)?.stopsWorkflow === true;
  if (isAnnounced && execution !== 'TIMED_OUT') return answer;
  return { ...answer, note: `Its execution is ${execution} now: the workflow does not go on.` };
}

async function statusOf(
  send: Send,
  { ref }: Task,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return (await send(getWorkflow(ref.execution ?? '', false), signal)).status;
  } catch {
    // The update is sent and its answer is there: a note more is not worth an error.
    return undefined;
  }
}
