import { encodeText } from '../../../http/path.ts';
import type { Connection } from '../../../domain/connection.ts';
import type { Snippet, SnippetSource } from '../../../domain/snippet.ts';
import { pythonLiteral, pythonNotes } from '../../pythonLiteral.ts';
import { quoted } from '../../literal.ts';
import { jsonBody, snippet } from '../../snippet.ts';

/**
 * An update in code for the vendor's SDK, which exists for Python only. The SDK cannot be imported
 * without its extra "agno".
 */
export function xpanderSnippets({ connection, request }: SnippetSource): readonly Snippet[] {
  const body = jsonBody(request);
  const [, base, task = ''] = /^(.+)\/agent-execution\/([^/]+)\/update$/.exec(request.url) ?? [];
  if (base === undefined || body === undefined) return [];
  const { status, ...fields } = body;
  const code = [
    ...pythonNotes(body),
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
    // The SDK does not encode the path.
    `    task_id=${quoted(encodeURIComponent(decodeURIComponent(task)))},`,
    ...(typeof status === 'string' ? [`    status=AgentExecutionStatus(${quoted(status)}),`] : []),
    ...Object.entries(fields).map(([key, value]) => `    ${key}=${pythonLiteral(value, 1)},`),
    ')',
    'print(task.status)',
  ];
  return [
    snippet(
      { language: 'python', label: 'Python, xpander-sdk[agno]', reads: ['XPANDER_API_KEY'] },
      code,
    ),
  ];
}

/** The SDK itself appends the organization to the address of an agent controller. */
function addressLines(base: string, { details }: Connection): readonly string[] {
  const organization = details['organization']?.trim() ?? '';
  const suffix = `/${encodeText(organization)}`;
  if (organization === '' || !base.endsWith(suffix)) return [`base_url=${quoted(base)}`];
  return [
    `base_url=${quoted(base.slice(0, -suffix.length))}`,
    `organization_id=${quoted(organization)}`,
  ];
}
