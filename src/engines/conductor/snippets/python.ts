import type { Snippet } from '../../../domain/snippet.ts';
import { pythonLiteral, quoted } from '../../literals.ts';
import { snippet } from '../../snippet.ts';
import type { Call, TaskResult } from './call.ts';

/** With conductor-python. It reads the key and its secret from the environment by itself. */
export function python(call: Call): Snippet {
  const client = [
    ...(call.hasKey ? ['# Reads CONDUCTOR_AUTH_KEY and CONDUCTOR_AUTH_SECRET.'] : []),
    `configuration = Configuration(server_api_url=${quoted(call.server)})`,
    'tasks = OrkesTaskClient(configuration)',
  ];
  const lines =
    call.kind === 'byId'
      ? [...imports, ...resultImports(call.result), '', ...client, ...byId(call)]
      : [...imports, '', ...client, ...byName(call)];
  return snippet('python', 'Python, conductor-python', lines);
}

const imports = [
  'from conductor.client.configuration.configuration import Configuration',
  'from conductor.client.orkes.orkes_task_client import OrkesTaskClient',
];

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

function byName(call: Call & { readonly kind: 'byName' }): readonly string[] {
  const { execution, name, status, worker, output, isSync } = call;
  const where = [quoted(execution), quoted(name), quoted(status)].join(', ');
  if (isSync) {
    const more = worker === undefined ? '' : `, worker_id=${quoted(worker)}`;
    return [
      `output = ${pythonLiteral(output)}`,
      `workflow = tasks.update_task_sync(${where}, output${more})`,
      'print(workflow.status)',
    ];
  }
  // update_task_by_ref_name would wrap the output into another object.
  const more = worker === undefined ? '' : `, workerid=${quoted(worker)}`;
  return [
    `output = ${pythonLiteral(output)}`,
    `task_id = tasks.taskResourceApi.update_task1(output, ${where}${more})`,
    'print(task_id or "Nothing was updated.")',
  ];
}
