import { isJsonNumber, type Json, stringifyJson } from '../../../domain/json.ts';
import type { Snippet } from '../../../domain/snippet.ts';
import { quoted } from '../../literal.ts';
import { snippet } from '../../snippet.ts';
import { type Call, readsOf, type TaskResult } from './call.ts';

/** Uses conductor-client. */
export function java(call: Call): Snippet {
  const client = call.hasKey
    ? `new ApiClient(${quoted(call.server)},
            System.getenv("CONDUCTOR_AUTH_KEY"), System.getenv("CONDUCTOR_AUTH_SECRET"))`
    : `new ConductorClient(${quoted(call.server)})`;
  const lines = call.kind === 'byId' ? byId(call.result) : byName(call);
  // Without it, Jackson reads a fraction as a double and changes its digits.
  const exact = ['            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)'];
  const label = 'Java, conductor-client';
  return snippet({ language: 'java', label, reads: readsOf(call) }, [
    ...importsOf(call).map((name) => `import ${name};`),
    '',
    'public class UpdateTask {',
    '    public static void main(String[] args) throws Exception {',
    `        ConductorClient client = ${client};`,
    '        Map<String, Object> output = new ObjectMapper()',
    ...(hasFraction(call.output) ? exact : []),
    `            .readValue(${javaText(stringifyJson(call.output))}, new TypeReference<>() {});`,
    ...lines.map((line) => `        ${line}`),
    '    }',
    '}',
  ]);
}

function importsOf(call: Call): readonly string[] {
  const client = 'com.netflix.conductor.client.http';
  return [
    'com.fasterxml.jackson.core.type.TypeReference',
    ...(hasFraction(call.output) ? ['com.fasterxml.jackson.databind.DeserializationFeature'] : []),
    'com.fasterxml.jackson.databind.ObjectMapper',
    `${client}.ConductorClient`,
    ...(call.kind === 'byId'
      ? [`${client}.TaskClient`, 'com.netflix.conductor.common.metadata.tasks.TaskResult']
      : [`${client}.ConductorClientRequest`]),
    ...(call.hasKey ? ['io.orkes.conductor.client.ApiClient'] : []),
    'java.util.Map',
  ];
}

/**
 * True where Jackson would read a number as a double. It reads whole numbers of any size exactly.
 */
function hasFraction(value: Json): boolean {
  if (isJsonNumber(value)) return /[.eE]/.test(String(value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasFraction);
}

/** A string constant in a class file is limited to 65535 bytes, and one character may need six. */
function javaText(text: string): string {
  const parts = text.match(/[\s\S]{1,10000}/gu) ?? [];
  if (parts.length < 2) return quoted(text);
  return `String.join("",\n${parts.map((part) => `                ${quoted(part)}`).join(',\n')})`;
}

/**
 * The SDK's own call always sends this machine's name as the worker and encodes a space in a path
 * as "+", which a server reads as a plus. So the code builds the request itself.
 */
function byName(call: Call & { readonly kind: 'byName' }): readonly string[] {
  const { execution, name, status, worker, isSync } = call;
  const path = ['/tasks', ...[execution, name, status].map(encodeURIComponent)];
  const answer = isSync ? 'Map<String, Object>' : 'String';
  return [
    'var request = ConductorClientRequest.builder()',
    '    .method(ConductorClientRequest.Method.POST)',
    `    .path(${quoted([...path, ...(isSync ? ['sync'] : [])].join('/'))})`,
    ...(worker === undefined ? [] : [`    .addQueryParam("workerid", ${quoted(worker)})`]),
    '    .body(output)',
    '    .build();',
    `var answer = client.execute(request, new TypeReference<${answer}>() {}).getData();`,
    isSync
      ? 'System.out.println(answer.get("status"));'
      : 'System.out.println(answer == null || answer.isEmpty() ? "Nothing was updated." : answer);',
  ];
}

function byId(result: TaskResult): readonly string[] {
  const { callbackAfterSeconds, reasonForIncompletion, workerId, subWorkflowId } = result;
  const optional = (setter: string, value: string | undefined) =>
    value === undefined ? [] : [`result.${setter}(${quoted(value)});`];
  return [
    'TaskResult result = new TaskResult();',
    `result.setWorkflowInstanceId(${quoted(result.workflowInstanceId)});`,
    `result.setTaskId(${quoted(result.taskId)});`,
    `result.setStatus(TaskResult.Status.${result.status});`,
    'result.setOutputData(output);',
    ...optional('setReasonForIncompletion', reasonForIncompletion),
    ...(callbackAfterSeconds === undefined
      ? []
      : [`result.setCallbackAfterSeconds(${callbackAfterSeconds}L);`]),
    ...optional('setWorkerId', workerId),
    ...optional('setSubWorkflowId', subWorkflowId),
    ...result.logs.flatMap(({ log, createdTime }, index) => [
      `result.log(${quoted(log)});`,
      `result.getLogs().get(${index}).setCreatedTime(${createdTime}L);`,
    ]),
    'new TaskClient(client).updateTask(result);',
  ];
}
