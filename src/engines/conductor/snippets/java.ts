import { stringifyJson } from '../../../domain/json.ts';
import type { Snippet } from '../../../domain/snippet.ts';
import { quoted } from '../../literals.ts';
import { snippet } from '../../snippet.ts';
import type { Call, TaskResult } from './call.ts';

/**
 * With conductor-client. Undefined for an update by name that says who works on it: the client
 * always puts the name of its own machine there.
 */
export function java(call: Call): Snippet | undefined {
  if (call.kind === 'byName' && call.worker !== undefined) return undefined;
  const client = call.hasKey
    ? `new ApiClient(${quoted(call.server)},
            System.getenv("CONDUCTOR_AUTH_KEY"), System.getenv("CONDUCTOR_AUTH_SECRET"))`
    : `new ConductorClient(${quoted(call.server)})`;
  return snippet('java', 'Java, conductor-client', [
    'import com.fasterxml.jackson.core.type.TypeReference;',
    'import com.fasterxml.jackson.databind.ObjectMapper;',
    ...(call.hasKey ? [] : ['import com.netflix.conductor.client.http.ConductorClient;']),
    'import com.netflix.conductor.client.http.TaskClient;',
    'import com.netflix.conductor.common.metadata.tasks.TaskResult;',
    ...(call.hasKey ? ['import io.orkes.conductor.client.ApiClient;'] : []),
    'import java.util.Map;',
    '',
    'public class UpdateTask {',
    '    public static void main(String[] args) throws Exception {',
    `        TaskClient tasks = new TaskClient(${client});`,
    '        Map<String, Object> output = new ObjectMapper().readValue(',
    `            ${quoted(stringifyJson(call.output))},`,
    '            new TypeReference<>() {});',
    ...updateLines(call).map((line) => `        ${line}`),
    '    }',
    '}',
  ]);
}

function updateLines(call: Call): readonly string[] {
  if (call.kind === 'byId') return [...resultLines(call.result), 'tasks.updateTask(result);'];
  const where = `${quoted(call.execution)}, ${quoted(call.name)}, TaskResult.Status.${call.status}`;
  return call.isSync
    ? [
        `var workflow = tasks.updateTaskSync(${where}, output);`,
        'System.out.println(workflow.getStatus());',
      ]
    : [`tasks.updateTask(${where}, output);`];
}

function resultLines(result: TaskResult): readonly string[] {
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
    ...result.logs.map(({ log }) => `result.log(${quoted(log)});`),
  ];
}
