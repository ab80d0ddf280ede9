import type { Snippet } from '../../../domain/snippet.ts';
import { pythonLiteral, pythonNotes } from '../../pythonLiteral.ts';
import { quoted } from '../../literal.ts';
import { snippet } from '../../snippet.ts';
import { type Call, readsOf, type TaskResult } from './call.ts';

/** Uses conductor-python, which reads the key and its secret from the environment. */
export function python(call: Call): Snippet {
  const [imports, lines] =
    call.kind === 'byId'
      ? [['conductor.client.orkes.orkes_task_client import OrkesTaskClient'], byId(call)]
      : [['conductor.client.http.api_client import ApiClient'], byName(call)];
  const label = 'Python, conductor-python';
  return snippet({ language: 'python', label, reads: readsOf(call) }, [
    ...pythonNotes(call.output),
    'from conductor.client.configuration.configuration import Configuration',
    ...imports.map((line) => `from ${line}`),
    ...(call.kind === 'byId' ? resultImports(call.result) : []),
    '',
    ...(call.hasKey ? ['# Reads CONDUCTOR_AUTH_KEY and CONDUCTOR_AUTH_SECRET.'] : []),
    `configuration = Configuration(server_api_url=${quoted(call.server)})`,
    ...lines,
  ]);
}

function resultImports({ logs }: TaskResult): readonly string[] {
  return [
    ...(logs.length > 0
      ? ['from conductor.client.http.models.task_exec_log import TaskExecLog']
      : []),
    'from conductor.client.http.models.task_result import TaskResult',
  ];
}

function byId({ result, output }: Call & { readonly kind: 'byId' }): readonly string[] {
  const { callbackAfterSeconds: callback, logs } = result;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['workflow_instance_id', quoted(result.workflowInstanceId)],
    ['task_id', quoted(result.taskId)],
    ['status', quoted(result.status)],
    ['output_data', pythonLiteral(output, 1)],
    ['reason_for_incompletion', text(result.reasonForIncompletion)],
    ['callback_after_seconds', callback === undefined ? undefined : String(callback)],
    ['worker_id', text(result.workerId)],
    ['sub_workflow_id', text(result.subWorkflowId)],
    ['logs', logs.length === 0 ? undefined : `[${logs.map(logLine).join(', ')}]`],
  ];
  return [
    'tasks = OrkesTaskClient(configuration)',
    'result = TaskResult(',
    ...fields.flatMap(([name, value]) => (value === undefined ? [] : [`    ${name}=${value},`])),
    ')',
    'print(tasks.update_task(result))',
  ];
}

function logLine({ log, createdTime }: TaskResult['logs'][number]): string {
  return `TaskExecLog(log=${quoted(log)}, created_time=${createdTime})`;
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : quoted(value);
}

/**
 * The SDK's own call always sends this machine's name as the worker, so the code builds the request
 * itself.
 */
function byName(call: Call & { readonly kind: 'byName' }): readonly string[] {
  const { execution, name, status, worker, output, isSync } = call;
  const path = `/tasks/{execution}/{task}/{status}${isSync ? '/sync' : ''}`;
  return [
    `output = ${pythonLiteral(output)}`,
    'answer = ApiClient(configuration).call_api(',
    `    ${quoted(path)},`,
    '    "POST",',
    '    {',
    `        "execution": ${quoted(execution)},`,
    `        "task": ${quoted(name)},`,
    `        "status": ${quoted(status)},`,
    '    },',
    `    [${worker === undefined ? '' : `("workerid", ${quoted(worker)})`}],`,
    '    {"Content-Type": "application/json"},',
    '    body=output,',
    `    response_type=${isSync ? '"object"' : '"str"'},`,
    '    _return_http_data_only=True,',
    ')',
    isSync ? 'print(answer["status"])' : 'print(answer or "Nothing was updated.")',
  ];
}
