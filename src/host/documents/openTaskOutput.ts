import type { Store } from '../../app/store.ts';
import type { Connections } from '../../app/connections.ts';
import type { Draft } from '../../app/drafts/drafts.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { openOutput } from './openOutputs.ts';
import { outputKind } from '../words/outputText.ts';

/** Opens the output of a task that was just shown to the person. */
export async function openTaskOutput(
  connections: Pick<Connections, 'find'>,
  task: Task,
): Promise<void> {
  const { ref } = task;
  await openOutput({
    ref,
    connectionName: connections.find(ref.connection)?.name ?? ref.connection,
    workflowName: workflowTitle(task),
    taskName: task.name,
    kind: outputKind(task),
  });
}

/** Opens a draft. When its task cannot be read, the document says so. */
export async function openDraft(store: Pick<Store, 'task'>, draft: Draft): Promise<void> {
  const task = await readQuietly(store, draft);
  await openOutput({
    ref: draft.ref,
    connectionName: draft.connectionName,
    workflowName: workflowTitle(draft),
    taskName: draft.taskName,
    kind: task === undefined ? (draft.kind ?? 'object') : outputKind(task),
  });
}

async function readQuietly(store: Pick<Store, 'task'>, { ref }: Draft): Promise<Task | undefined> {
  try {
    return await store.task(ref, new AbortController().signal);
  } catch {
    return undefined;
  }
}
