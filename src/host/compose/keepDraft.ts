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
 * Keeps a composition as the task's draft. Parts missing in the composition stay in the draft:
 * sending without an output does not throw away the written one.
 */
export async function keepDraft(
  parts: DraftParts,
  task: Task,
  composition: Composition,
): Promise<void> {
  if (Object.keys(composition).length === 0) return;
  await writeDraft(parts, task, composition, await parts.drafts.read(task.ref));
}

/** Like `keepDraft`, with the draft that was just read. Returns the new draft. */
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
 * Keeps the typed text when the person leaves. A picked status alone makes no draft: there is no
 * text to lose.
 */
export async function keepWritten(
  parts: DraftParts,
  task: Task,
  composition: Composition,
): Promise<void> {
  const stands = (await parts.drafts.read(task.ref)) !== undefined;
  if (stands || hasContent(composition)) await keepDraft(parts, task, composition);
}
