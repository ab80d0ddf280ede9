import { dropDraft } from '../../app/drafts/fillDraft.ts';
import { isTextSent } from '../../app/drafts/isSent.ts';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { TaskState } from '../../domain/task.ts';
import type { OutputContent } from './outputContent.ts';
import { closeOutput, loadOutputsOf } from '../documents/openOutputs.ts';
import type { OpenOutput } from '../documents/openOutputs.ts';
import type { OutputTasks } from './outputTasks.ts';

interface DocumentParts {
  readonly drafts: Drafts;
  readonly content: OutputContent;
  readonly tasks: OutputTasks;
}

/**
 * After an update was confirmed, from wherever it was sent: output documents that hold nothing
 * beyond it close, or show what the engine holds now where the task goes on. Whoever typed more
 * meanwhile keeps their document as it is.
 */
export async function followConfirmed(parts: DocumentParts, entry: JournalEntry): Promise<void> {
  if (entry.outcome?.kind !== 'confirmed') return;
  for (const open of await loadOutputsOf(entry.ref)) await followOne(parts, entry, open);
}

// Not whether it takes updates: some engines take them for tasks that are over as well.
const goesOn: ReadonlySet<TaskState> = new Set<TaskState>(['waiting', 'running', 'unknown']);

async function followOne(
  { drafts, content, tasks }: DocumentParts,
  { update }: JournalEntry,
  { document, path }: OpenOutput,
): Promise<void> {
  const text = document.getText();
  if (document.isDirty && !isTextSent({ text, kind: path.kind }, update)) return;
  const release = content.suspendSaves(document.uri.toString(), text);
  try {
    // Waits for an automatic save that is on its way, and leaves none to come.
    await document.save();
    await dropDraft(drafts, path.ref, update);
    if ((await drafts.read(path.ref)) !== undefined) return;
    await tasks.reload(path.ref);
    const state = tasks.latest(path.ref);
    if (state.kind === 'known' && goesOn.has(state.task.state)) tasks.see(state.task);
    else await closeOutput(document);
  } finally {
    release();
  }
}
