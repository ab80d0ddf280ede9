import type { Snippet } from '../../../domain/snippet.ts';
import { quoted } from '../../literal.ts';
import { rawJsonHelper, typescriptLiteral } from '../../typescriptLiteral.ts';
import { snippet } from '../../snippet.ts';
import { type Call, readsOf, type TaskResult } from './call.ts';

/**
 * Uses @io-orkes/conductor-javascript. Undefined where the SDK cannot send the whole update: by id
 * it sends status and output only, and by name without `sync` it sends no worker.
 */
export function typescript(call: Call): Snippet | undefined {
  const update = updateOf(call);
  if (update === undefined) return undefined;
  const [importName, lines] = update;
  const key = [
    '  keyId: process.env.CONDUCTOR_AUTH_KEY,',
    '  keySecret: process.env.CONDUCTOR_AUTH_SECRET,',
  ];
  const label = 'TypeScript, @io-orkes/conductor-javascript';
  return snippet({ language: 'typescript', label, reads: readsOf(call) }, [
    `import { createConductorClient, ${importName} } from '@io-orkes/conductor-javascript';`,
    '',
    ...rawJsonHelper(lines.join('\n')),
    'const client = await createConductorClient({',
    `  serverUrl: ${quoted(call.server)},`,
    ...(call.hasKey ? key : []),
    '});',
    ...lines,
    // The SDK's timer for the token would keep the process alive.
    ...(call.hasKey ? ['process.exit(0);'] : []),
  ]);
}

/** True where an update by id has only a status and an output. */
function isStatusAndOutput(result: TaskResult): boolean {
  const { reasonForIncompletion, workerId, subWorkflowId, callbackAfterSeconds = 0 } = result;
  const more = [reasonForIncompletion, workerId, subWorkflowId, ...result.logs];
  return more.every((value) => value === undefined) && callbackAfterSeconds === 0;
}

/** The name to import and the lines after the client. */
function updateOf(call: Call): readonly [string, readonly string[]] | undefined {
  if (call.kind === 'byId') {
    if (!isStatusAndOutput(call.result)) return undefined;
    const { taskId, workflowInstanceId, status } = call.result;
    const where = [taskId, workflowInstanceId, status].map(quoted).join(', ');
    return [
      'WorkflowExecutor',
      [
        'const executor = new WorkflowExecutor(client);',
        `console.log(await executor.updateTask(${where}, ${typescriptLiteral(call.output)}));`,
      ],
    ];
  }
  const { execution, name, status, worker, output, isSync } = call;
  if (isSync) {
    const where = [execution, name, status].map(quoted).join(', ');
    const more = worker === undefined ? '' : `, ${quoted(worker)}`;
    return [
      'TaskClient',
      [
        'const tasks = new TaskClient(client);',
        `const workflow = await tasks.updateTaskSync(${where}, ${typescriptLiteral(output)}${more});`,
        'console.log(workflow.status);',
      ],
    ];
  }
  if (worker !== undefined) return undefined;
  const where = [name, execution, status].map(quoted).join(', ');
  return [
    'WorkflowExecutor',
    [
      'const executor = new WorkflowExecutor(client);',
      `const taskId = await executor.updateTaskByRefName(${where}, ${typescriptLiteral(output)});`,
      "console.log(taskId || 'Nothing was updated.');",
    ],
  ];
}
