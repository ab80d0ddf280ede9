import type { JsonObject } from '../../../domain/json.ts';
import type { Snippet, SnippetSource } from '../../../domain/snippet.ts';
import { pythonLiteral, pythonNotes } from '../../pythonLiteral.ts';
import { quoted } from '../../literal.ts';
import { rawJsonHelper, typescriptLiteral } from '../../typescriptLiteral.ts';
import { jsonBody, snippet } from '../../snippet.ts';

/** The parts of an update's request. */
interface Call {
  readonly cluster: string;
  readonly project: string;
  /** The encoded path after the cluster's URL. */
  readonly path: string;
  readonly task: string;
  readonly status: string;
  readonly body: JsonObject;
}

const reads = ['CDF_TOKEN'];

/**
 * An update in code for Cognite's own SDKs. The JavaScript SDK has no call for it, so that code
 * sends a raw request.
 */
export function cogniteSnippets({ request }: SnippetSource): readonly Snippet[] {
  const body = jsonBody(request);
  const [, cluster = '', path = '', project = '', task = ''] =
    /^(.*?)(\/api\/v1\/projects\/([^/]+)\/workflows\/tasks\/([^/]+)\/update)$/.exec(request.url) ??
    [];
  const status = body?.['status'];
  if (path === '' || body === undefined || typeof status !== 'string') return [];
  const call = {
    cluster,
    path,
    project: decodeURIComponent(project),
    task: decodeURIComponent(task),
    status,
    body,
  };
  return [python(call), typescript(call)];
}

function python({ cluster, project, task, body, status }: Call): Snippet {
  const { output } = body;
  return snippet({ language: 'python', label: 'Python, cognite-sdk', reads }, [
    ...pythonNotes(output ?? null),
    'import os',
    '',
    'from cognite.client import ClientConfig, CogniteClient',
    'from cognite.client.credentials import Token',
    '',
    'client = CogniteClient(',
    '    ClientConfig(',
    '        client_name="workflow-tasks",',
    `        base_url=${quoted(cluster)},`,
    `        project=${quoted(project)},`,
    '        credentials=Token(os.environ["CDF_TOKEN"]),',
    '    )',
    ')',
    'task = client.workflows.tasks.update(',
    // The SDK does not encode the path.
    `    ${quoted(encodeURIComponent(task))},`,
    `    ${quoted(status.toLowerCase())},`,
    ...(output === undefined ? [] : [`    output=${pythonLiteral(output, 1)},`]),
    ')',
    'print(task.status)',
  ]);
}

function typescript({ cluster, project, path, body }: Call): Snippet {
  const data = typescriptLiteral(body, 1);
  return snippet({ language: 'typescript', label: 'TypeScript, @cognite/sdk', reads }, [
    "import { CogniteClient } from '@cognite/sdk';",
    '',
    ...rawJsonHelper(data),
    'const client = new CogniteClient({',
    "  appId: 'workflow-tasks',",
    `  baseUrl: ${quoted(cluster)},`,
    `  project: ${quoted(project)},`,
    "  oidcTokenProvider: async () => process.env.CDF_TOKEN ?? '',",
    '});',
    'await client.authenticate();',
    `const answer = await client.post<{ status: string }>(${quoted(path)}, {`,
    `  data: ${data},`,
    '});',
    'console.log(answer.data.status);',
  ]);
}
