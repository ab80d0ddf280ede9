import * as vscode from 'vscode';
import type { Draft } from '../../app/drafts/drafts.ts';
import type { RequestPreview } from '../../domain/engine.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import { PlainError } from '../words/plainError.ts';
import { fromDraft, toUpdate } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { createDraftKeeper } from '../compose/draftKeeper.ts';
import { keepDraft } from '../compose/keepDraft.ts';
import { listPick } from '../ui/listPick.ts';
import { openTaskOutput } from '../documents/openTaskOutput.ts';
import { targetOutput } from '../documents/openOutputs.ts';
import type { OpenOutput } from '../documents/openOutputs.ts';
import { linkFree } from '../words/plainText.ts';
import { promptedStatus } from '../compose/promptedStatus.ts';
import { agoText } from '../words/agoText.ts';
import { composeUpdate } from '../compose/composeUpdate.ts';
import type { JournalParts } from './journalParts.ts';
import { entryChoice, entryOf } from './pickEntry.ts';

/** An update to copy, sent or not. */
export interface CopiedUpdate {
  readonly ref: TaskRef;
  readonly update: TaskUpdate;
  /** The task as the engine shows it; absent when only its reference is known. */
  readonly task?: Task;
  /** The request as it was sent, if the journal has it. */
  readonly request?: RequestPreview;
}

/**
 * The update to copy: that of the command's journal row, draft or output document, or a new one for
 * its task. Without any, the person picks among drafts and journal entries.
 */
export async function copiedUpdate(
  parts: JournalParts,
  argument: unknown,
  title: string,
): Promise<CopiedUpdate | undefined> {
  const given = copiedFromArgument(argument) ?? (await pickCopied(parts, title));
  switch (given?.kind) {
    case undefined:
      return undefined;
    case 'entry':
      return given.entry;
    case 'task':
      return ofTask(parts, given.task);
    case 'draft':
      return ofDraft(parts, given.draft.ref, fromDraft(given.draft));
    case 'output':
      return ofOutput(parts, given.output);
  }
}

type Given =
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'output'; readonly output: OpenOutput };

function copiedFromArgument(argument: unknown): Given | undefined {
  const entry = entryOf(argument);
  if (entry !== undefined) return { kind: 'entry', entry };
  const row = argument as Partial<Extract<Given, { kind: 'draft' | 'task' }>> | undefined;
  if (row?.kind === 'draft' && row.draft !== undefined) return { kind: 'draft', draft: row.draft };
  if (row?.kind === 'task' && row.task !== undefined) return { kind: 'task', task: row.task };
  const output = targetOutput(argument);
  return output === undefined ? undefined : { kind: 'output', output };
}

async function pickCopied(parts: JournalParts, title: string): Promise<Given | undefined> {
  const { drafts, journal, clock } = parts;
  const pageSize = 200;
  let limit = 0;
  const picked = await listPick<Given>({
    title,
    placeholder: 'Choose a draft, or an update that was sent',
    load: async () => {
      limit += pageSize;
      const [written, sent] = await Promise.all([drafts.list(), journal.list(limit)]);
      const choices = [
        ...written.map((draft) => ({
          label: draft.taskName,
          icon: 'edit',
          description: agoText(draft.savedAt, clock.now()),
          detail: `${draft.connectionName} › ${workflowTitle(draft)}`,
          section: 'Drafts',
          value: { kind: 'draft', draft } as const,
        })),
        ...sent.map((entry) => ({
          ...entryChoice(entry, clock.now()),
          section: 'Sent',
          value: { kind: 'entry', entry } as const,
        })),
      ];
      const empty = {
        label: 'There is neither a draft nor an update in the journal',
        icon: 'info',
      };
      return { choices: choices.length === 0 ? [empty] : choices, more: sent.length === limit };
    },
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

/** Composes the update in the wizard. What is typed becomes the task's draft. */
async function ofTask(parts: JournalParts, task: Task): Promise<CopiedUpdate | undefined> {
  const draft = await parts.drafts.read(task.ref);
  const keeper = createDraftKeeper(parts, task, draft);
  const { kind, composition } = await composeUpdate(task, fromDraft(draft), {
    keep: keeper.keep,
  });
  await keeper.done();
  if (kind === 'document') {
    await keepDraft(parts, task, composition);
    await openTaskOutput(parts.connections, task);
    return undefined;
  }
  // Nothing is sent, so Review shows no more than the copy does.
  return kind === 'send' || kind === 'review' ? composed(task, composition) : undefined;
}

async function ofOutput(
  parts: JournalParts,
  { document, path }: OpenOutput,
): Promise<CopiedUpdate | undefined> {
  const draft = fromDraft(await parts.drafts.read(path.ref));
  return ofDraft(parts, path.ref, { ...draft, text: document.getText() });
}

/** A draft may have no status yet. Then the person is asked, as when sending. */
async function ofDraft(
  parts: JournalParts,
  ref: TaskRef,
  composition: Composition,
): Promise<CopiedUpdate | undefined> {
  const { engine } = await parts.connections.connected(ref.connection);
  const task = await engine.readTask(ref, new AbortController().signal);
  if (task === undefined) throw new PlainError('The engine knows the task of this draft no more.');
  if (composition.status !== undefined) return composed(task, composition);
  const asked = await promptedStatus(parts)(task, composition);
  return asked && composed(task, asked);
}

function composed(task: Task, composition: Composition): CopiedUpdate | undefined {
  const result = toUpdate(task, composition);
  if (result.kind === 'ok') return { ref: task.ref, task, update: result.update };
  void vscode.window.showErrorMessage(linkFree(`Nothing was copied: ${result.message}`));
  return undefined;
}
