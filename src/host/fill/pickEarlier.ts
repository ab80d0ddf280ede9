import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import { oddSentence } from '../../domain/oddRecord.ts';
import type { Task } from '../../domain/task.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import { linkFree } from '../words/plainText.ts';
import { distinct, sentOutputs } from './sentOutputs.ts';
import { engineOutputs } from './engineOutputs.ts';
import type { FillParts } from './fillParts.ts';

// Reading a thousand entries would be slow.
const newestEntries = 200;

/** The text of an earlier output: the only one, or the one that the person picks. */
export async function pickEarlier(
  parts: FillParts,
  task: Task,
  title: string,
): Promise<string | undefined> {
  const choices = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Reading earlier outputs…' },
    () => earlierChoices(parts, task),
  );
  const [only, ...more] = choices;
  if (!choices.some(({ value }) => value !== undefined)) {
    const none = `There is no earlier output of ${task.name}: none was sent from here.`;
    const odd = choices.map(({ label }) => label);
    void vscode.window.showInformationMessage(linkFree([none, ...odd].join(' ')));
    return undefined;
  }
  if (more.length === 0) return only?.value;
  const picked = await listPick({
    title,
    placeholder: 'Choose an earlier output; type to filter',
    load: async () => ({ choices }),
  });
  return picked.kind === 'picked' ? picked.value : undefined;
}

async function earlierChoices(
  { journal, connections, clock, log }: FillParts,
  task: Task,
): Promise<readonly Choice<string>[]> {
  const now = clock.now();
  const sent = sentOutputs(await journal.list(newestEntries), task, now);
  const { engine } = await connections.connected(task.ref.connection);
  try {
    const hints = await engine.outputHints?.(task, new AbortController().signal);
    const odd = oddSentence(hints?.odd);
    return [
      ...distinct([...sent, ...engineOutputs(hints?.earlier ?? [], task, now)]),
      ...(odd === undefined ? [] : [{ label: odd, icon: 'info', always: true }]),
    ];
  } catch (error) {
    // Without the engine, the outputs in the journal can still be picked.
    if (sent.length === 0 || isAbort(error)) throw error;
    log.warn(`Earlier outputs were not read: ${String(error)}`);
    return sent;
  }
}
