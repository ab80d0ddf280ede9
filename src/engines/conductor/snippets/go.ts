import { stringifyJson } from '../../../domain/json.ts';
import type { Snippet } from '../../../domain/snippet.ts';
import { quoted } from '../../literal.ts';
import { snippet } from '../../snippet.ts';
import { type Call, readsOf, type TaskResult } from './call.ts';

/** Uses conductor-go, which has no call for the synchronous update. */
export function go(call: Call): Snippet {
  const needsOptional = call.kind === 'byName' && call.worker !== undefined;
  const imports = [
    'context',
    'encoding/json',
    'log',
    ...(call.hasKey ? ['os'] : []),
    'strings',
    '',
    ...(needsOptional ? ['github.com/antihax/optional'] : []),
    'github.com/conductor-sdk/conductor-go/sdk/client',
    ...(call.kind === 'byId' ? ['github.com/conductor-sdk/conductor-go/sdk/model'] : []),
    'github.com/conductor-sdk/conductor-go/sdk/settings',
  ];
  const label = 'Go, conductor-go';
  return snippet({ language: 'go', label, reads: readsOf(call) }, [
    'package main',
    '',
    'import (',
    ...imports.map((name) => (name === '' ? '' : `\t"${name}"`)),
    ')',
    '',
    'func main() {',
    ...(call.hasKey ? signIn : []),
    `\tapiClient := client.NewAPIClient(${call.hasKey ? 'key' : 'nil'}, settings.NewHttpSettings(${quoted(call.server)}))`,
    '\tvar output map[string]interface{}',
    `\tdecoder := json.NewDecoder(strings.NewReader(${quoted(stringifyJson(call.output))}))`,
    '\tdecoder.UseNumber()',
    '\tif err := decoder.Decode(&output); err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    ...updateLines(call),
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tif taskId == "" {',
    '\t\tlog.Fatal("Nothing was updated.")',
    '\t}',
    '\tlog.Println(taskId)',
    '}',
  ]);
}

const signIn = [
  '\tkey := settings.NewAuthenticationSettings(',
  '\t\tos.Getenv("CONDUCTOR_AUTH_KEY"), os.Getenv("CONDUCTOR_AUTH_SECRET"))',
];

function updateLines(call: Call): readonly string[] {
  const tasks = 'client.NewTaskClient(apiClient)';
  if (call.kind === 'byId') {
    return [
      ...resultLines(call.result),
      `\ttaskId, _, err := ${tasks}.UpdateTask(context.Background(), &result)`,
    ];
  }
  // The SDK does not encode path segments.
  const where = [call.execution, call.name, call.status].map(encodeURIComponent).map(quoted);
  const given = ['context.Background()', 'output', ...where];
  const note = call.isSync ? ['\t// Not exact: without the "/sync" at the end of the path.'] : [];
  return call.worker === undefined
    ? [...note, `\ttaskId, _, err := ${tasks}.UpdateTaskByRefName(${given.join(', ')})`]
    : [
        ...note,
        `\ttaskId, _, err := ${tasks}.UpdateTaskByRefNameWithWorkerId(`,
        `\t\t${given.join(', ')}, optional.NewString(${quoted(call.worker)}))`,
      ];
}

function resultLines(result: TaskResult): readonly string[] {
  const { callbackAfterSeconds: callback, reasonForIncompletion: reason, logs } = result;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['WorkflowInstanceId', quoted(result.workflowInstanceId)],
    ['TaskId', quoted(result.taskId)],
    ['Status', quoted(result.status)],
    ['OutputData', 'output'],
    ['ReasonForIncompletion', reason === undefined ? undefined : quoted(reason)],
    ['CallbackAfterSeconds', callback === undefined ? undefined : String(callback)],
    ['WorkerId', result.workerId === undefined ? undefined : quoted(result.workerId)],
    [
      'SubWorkflowId',
      result.subWorkflowId === undefined ? undefined : quoted(result.subWorkflowId),
    ],
  ];
  const filled = fields.filter((field): field is [string, string] => field[1] !== undefined);
  const width = Math.max(...filled.map(([name]) => name.length)) + 1;
  return [
    '\tresult := model.TaskResult{',
    ...filled.map(([name, value]) => `\t\t${`${name}:`.padEnd(width)} ${value},`),
    '\t}',
    ...logs.map(
      ({ log, createdTime }) =>
        `\tresult.Logs = append(result.Logs, model.TaskExecLog{Log: ${quoted(log)}, CreatedTime: ${createdTime}})`,
    ),
  ];
}
