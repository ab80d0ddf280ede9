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
 * Follows a confirmed update in the open documents of its task, wherever it was sent. A document
 * that holds nothing more than the update closes, or shows the new output when the task goes on. A
 * document with newer text stays as it is.
 */
export async function followConfirmed(parts: DocumentParts, entry: JournalEntry): Promise<void> {
  if (entry.outcome?.kind !== 'confirmed') return;
  for (const open of await loadOutputsOf(entry.ref)) await followOne(parts, entry, open);
}

// Not whether the task takes updates: some engines allow updates of ended tasks.
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
    // Wait for a running automatic save, so that none can follow.
    await document.save();
    await dropDraft(drafts, path.ref, update);
    if ((await drafts.read(path.ref)) !== undefined) return;
    await tasks.reload(path.ref);
    const state = tasks.latest(path.ref);
    if (state.kind === 'known' && goesOn.has(state.task.state)) tasks.setBase(state.task);
    else await closeOutput(document);
  } finally {
    release();
  }
}
