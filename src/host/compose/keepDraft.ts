import type { Connections } from '../../app/connections.ts';
import type { Draft, Drafts } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { hasContent, toDraft } from './composition.ts';
import type { Composition } from './composition.ts';

export interface DraftParts {
  readonly drafts: Drafts;
  readonly connections: Pick<Connections, 'find'>;
}

/**
 * Keeps a composition as the task's draft. What it does not speak of stays as it stands in the
 * draft: who sends without output has not thrown the written output away.
 */
export async function keepDraft(
  parts: DraftParts,
  task: Task,
  composition: Composition,
): Promise<void> {
  if (Object.keys(composition).length === 0) return;
  await writeDraft(parts, task, composition, await parts.drafts.read(task.ref));
}

/** As `keepDraft`, upon the draft as it was just read: the draft as it stands now. */
export async function writeDraft(
  { drafts, connections }: DraftParts,
  task: Task,
  composition: Composition,
  before: Draft | undefined,
): Promise<Draft> {
  const connection = connections.find(task.ref.connection);
  return drafts.write(toDraft(task, connection, composition, before));
}

/**
 * Keeps what a person had written when they left. A status that was only picked makes no draft of
 * its own: there would be nothing in it to go on with.
 */
export async function keepWritten(
  parts: DraftParts,
  task: Task,
  composition: Composition,
): Promise<void> {
  const stands = (await parts.drafts.read(task.ref)) !== undefined;
  if (stands || hasContent(composition)) await keepDraft(parts, task, composition);
}
