import * as vscode from 'vscode';
import type { Drafts } from '../../app/drafts/drafts.ts';
import { mergedOutput } from '../../app/output/mergedOutput.ts';
import { formatOutput } from '../../app/output/formatOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputMode } from '../../domain/taskUpdate.ts';
import type { OpenOutput } from '../documents/openOutputs.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { modeOf } from '../words/outputText.ts';
import { linkFree } from '../words/plainText.ts';

/** Shows a diff: the engine's output now, and after this update. */
export async function compareOutput(
  drafts: Pick<Drafts, 'read'>,
  { tasks, exactText }: Pick<OutputDocuments, 'tasks' | 'exactText'>,
  showTexts: Viewers['showTexts'],
  { document, path }: OpenOutput,
): Promise<void> {
  await tasks.reload(path.ref);
  const state = tasks.latest(path.ref);
  if (state.kind !== 'known') {
    const reason = state.kind === 'failed' ? state.message : 'The engine knows no such task.';
    return tell(`There is nothing to compare with. ${reason}`);
  }
  const draft = await drafts.read(path.ref);
  const sides = sidesOf(state.task, exactText(document), draft?.mode);
  if (typeof sides === 'string') return tell(sides);
  await showTexts(state.task.name, sides, 'held by the engine ↔ after this output');
}

/** Both texts of the diff, or the reason why there is none. */
function sidesOf(
  { options, output, isOutputHidden }: Task,
  text: string,
  chosen: OutputMode | undefined,
): readonly [before: string, after: string] | string {
  const option = options.output;
  if (option === undefined) return 'This task takes no output.';
  if (isOutputHidden === true) return 'The engine keeps this output apart and does not show it.';
  const parsed = parseOutput(text, option, modeOf(option, chosen));
  if (parsed.kind === 'bad') {
    return `This cannot be compared yet. ${parsed.problems[0]?.message ?? ''}`;
  }
  const held = output ?? (option.kind === 'text' ? '' : {});
  const before = formatOutput(held);
  const after = formatOutput(mergedOutput(held, parsed.output));
  return before === after ? 'This output changes nothing that the engine holds.' : [before, after];
}

function tell(sentence: string): void {
  void vscode.window.showInformationMessage(linkFree(sentence));
}
