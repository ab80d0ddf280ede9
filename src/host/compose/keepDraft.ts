import type { Connections } from '../../app/connections.ts';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { hasContent, toDraft } from './composition.ts';
import type { Composition } from './composition.ts';

export interface KeepDraftDeps {
  readonly drafts: Drafts;
  readonly connections: Pick<Connections, 'find'>;
}

/**
 * Keeps a composition as the task's draft. What it does not speak of stays as it stands in the
 * draft: who sends without output has not thrown the written output away.
 */
export async function keepDraft(
  { drafts, connections }: KeepDraftDeps,
  task: Task,
  composition: Composition,
): Promise<void> {
  if (Object.keys(composition).length === 0) return;
  const before = await drafts.read(task.ref);
  const connection = connections.find(task.ref.connection);
  await drafts.write(toDraft(task, connection, composition, before));
}

/**
 * Keeps what a person had written when they left. A status that was only picked makes no draft of
 * its own: there would be nothing in it to go on with.
 */
export async function keepWritten(
  deps: KeepDraftDeps,
  task: Task,
  composition: Composition,
): Promise<void> {
  const stands = (await deps.drafts.read(task.ref)) !== undefined;
  if (stands || hasContent(composition)) await keepDraft(deps, task, composition);
}
