import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import { hasError, isChange } from '../../app/taskList/readList.ts';
import { latestOf } from '../../app/taskList/taskList.ts';
import type { ListParts } from './listParts.ts';
import { sentLine } from './sentLine.ts';
import { writeJournaled, writeOutcomes } from './writeOutcomes.ts';

/**
 * Sends the changes of a document after one review. Its text is saved first. Afterwards each line
 * shows its outcome, and updates that were not applied can be sent again.
 */
export async function sendList(parts: ListParts, document: vscode.TextDocument): Promise<void> {
  const { open } = parts;
  await document.save();
  await writeJournaled(parts, document);
  const lines = open.linesOf(document);
  const changes = lines.filter(isChange);
  const bad = lines.filter(hasError).length;
  if (changes.length === 0) {
    void tellNothing(bad);
    return;
  }
  if (bad > 0 && !(await isSentWithoutRest(bad, changes.length))) return;

  const items = changes.map(({ task, update }) => ({ base: latestOf(task), update }));
  const results = await parts.sendMany(items, (sent) => `Update ${countText(sent)}`);
  await writeOutcomes(parts, document, results.map(sentLine));
}

// Not awaited: the notification may stay open after the command has ended.
async function tellNothing(bad: number): Promise<void> {
  if (bad === 0) {
    void vscode.window.showInformationMessage(
      'Nothing is changed in this list: type another status word, or an output behind an #id.',
    );
    return;
  }
  const show = 'Show Problems';
  const picked = await vscode.window.showErrorMessage(
    `Nothing was sent: ${countText(bad, 'line')} cannot be sent as written.`,
    show,
  );
  if (picked === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function isSentWithoutRest(bad: number, good: number): Promise<boolean> {
  const send = good === 1 ? 'Review the Other One' : `Review the Other ${good}`;
  const show = 'Show Problems';
  const picked = await vscode.window.showWarningMessage(
    `${countText(bad, 'line')} cannot be sent as written.`,
    { modal: true, detail: 'They stay as they are, underlined, and can be sent later.' },
    send,
    show,
  );
  if (picked === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  return picked === send;
}
