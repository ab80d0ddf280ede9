import type { Connection } from '../../domain/connection.ts';
import { isJsonObject, parseJson } from '../../domain/json.ts';
import type { Snippet, SnippetSource } from '../../domain/snippet.ts';
import { pythonLiteral, quoted } from '../literals.ts';

/** An update with the vendor's own SDK, which is there for Python alone. */
export function xpanderSnippets({ connection, request }: SnippetSource): readonly Snippet[] {
  const body = request.body === undefined ? undefined : parseJson(request.body);
  const [, base, task = ''] = /^(.+)\/agent-execution\/([^/]+)\/update$/.exec(request.url) ?? [];
  if (base === undefined || !isJsonObject(body)) return [];
  const { status, ...fields } = body;
  const code = [
    'import os',
    '',
    'from xpander_sdk import AgentExecutionStatus, Configuration, Tasks',
    '',
    'tasks = Tasks(',
    '    configuration=Configuration(',
    '        api_key=os.environ["XPANDER_API_KEY"],',
    ...addressLines(base, connection).map((line) => `        ${line},`),
    '    )',
    ')',
    'task = tasks.update(',
    `    task_id=${quoted(decodeURIComponent(task))},`,
    ...(typeof status === 'string' ? [`    status=AgentExecutionStatus(${quoted(status)}),`] : []),
    ...Object.entries(fields).map(([key, value]) => `    ${key}=${pythonLiteral(value, 1)},`),
    ')',
    'print(task.status)',
  ];
  return [{ language: 'python', label: 'Python, xpander-sdk', code: `${code.join('\n')}\n` }];
}

/** The SDK itself puts the organization behind the address of an agent controller. */
function addressLines(base: string, { details }: Connection): readonly string[] {
  const organization = details['organization']?.trim() ?? '';
  const suffix = `/${encodeURIComponent(organization)}`;
  if (organization === '' || !base.endsWith(suffix)) return [`base_url=${quoted(base)}`];
  return [
    `base_url=${quoted(base.slice(0, -suffix.length))}`,
    `organization_id=${quoted(organization)}`,
  ];
}
