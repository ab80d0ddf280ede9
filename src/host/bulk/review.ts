import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { BulkPlan } from '../../app/bulk/planBulk.ts';
import { iconFree, linkFree } from '../updates/plainText.ts';
import type { BulkContext } from './bulkContext.ts';
import { countText } from './countText.ts';
import { productionNames, refusedLine, reviewGroups } from './reviewGroups.ts';
import type { RefusedLine, ReviewGroup } from './reviewGroups.ts';
import { reviewText } from './reviewText.ts';

interface Line extends vscode.QuickPickItem {
  /** Absent for a line that can be read and not checked. */
  readonly item?: BulkItem;
}

/**
 * The one look before many are sent: all that can be sent is checked, what cannot stands below with
 * the reason. The items to send; none where the person left.
 */
export async function review(
  context: BulkContext,
  plan: BulkPlan,
  { title, note }: { readonly title: string; readonly note: string | undefined },
): Promise<readonly BulkItem[]> {
  const connectionOf = (id: string) => context.connections.find(id);
  const groups = reviewGroups(plan.eligible, connectionOf);
  const refused = plan.refused.map(refusedLine);
  const chosen = await choose(context, { title, note, groups, refused });
  const production = productionNames(chosen, connectionOf);
  if (production.length === 0) return chosen;
  return (await confirmProduction(title, chosen.length, production)) ? chosen : [];
}

interface Reviewed {
  readonly title: string;
  readonly note: string | undefined;
  readonly groups: readonly ReviewGroup[];
  readonly refused: readonly RefusedLine[];
}

const documentButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: 'Open as Document',
};

function choose(context: BulkContext, reviewed: Reviewed): Promise<readonly BulkItem[]> {
  const { title, groups, refused } = reviewed;
  const lines = linesOf(reviewed);
  const eligible = lines.filter(({ item }) => item !== undefined);
  const picker = vscode.window.createQuickPick<Line>();
  picker.title = iconFree(title);
  picker.placeholder = placeholderOf(reviewed, eligible.length);
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.buttons = [documentButton];
  picker.items = lines;
  picker.selectedItems = eligible;

  return new Promise((resolve) => {
    let chosen: readonly BulkItem[] = [];
    picker.onDidChangeSelection((selected) => {
      const allowed = selected.filter(({ item }) => item !== undefined);
      if (allowed.length < selected.length) picker.selectedItems = allowed;
    });
    picker.onDidTriggerButton(() => {
      void context.documents.showText(`Review of ${title}`, reviewText(title, groups, refused));
    });
    picker.onDidAccept(() => {
      chosen = picker.selectedItems.flatMap(({ item }) => (item === undefined ? [] : [item]));
      // Enter with nothing checked is not a way to send nothing: the picker stays.
      if (chosen.length > 0 || eligible.length === 0) picker.hide();
    });
    picker.onDidHide(() => {
      resolve(chosen);
      picker.dispose();
    });
    picker.show();
  });
}

function placeholderOf({ refused, note }: Reviewed, eligible: number): string {
  if (eligible === 0) return 'None of them can be sent; the reasons stand below';
  const rest = note ?? (refused.length === 0 ? '' : `${countText(refused.length)} cannot be sent`);
  return `Enter sends what is checked${rest === '' ? '' : `. ${rest}`}`;
}

function linesOf({ groups, refused }: Reviewed): readonly Line[] {
  const grouped = groups.flatMap(({ label, lines }): readonly Line[] => [
    { label: iconFree(label, 300), kind: vscode.QuickPickItemKind.Separator },
    ...lines.map(({ item, name, workflow, change }) => ({
      label: iconFree(name),
      description: iconFree(`${change} · ${workflow}`, 300),
      item,
    })),
  ]);
  if (refused.length === 0) return grouped;
  return [
    ...grouped,
    { label: 'Not possible', kind: vscode.QuickPickItemKind.Separator },
    ...refused.map(({ name, workflow, reason }) => ({
      label: `$(circle-slash) ${iconFree(name)}`,
      description: iconFree(workflow),
      detail: iconFree(reason, 300),
    })),
  ];
}

async function confirmProduction(
  title: string,
  count: number,
  names: readonly string[],
): Promise<boolean> {
  const send = `Send to ${countText(count)}`;
  const picked = await vscode.window.showWarningMessage(
    `${linkFree(title)} in production?`,
    {
      modal: true,
      detail: `${countText(count)} will be updated. Production: ${names.map((name) => linkFree(name, 60)).join(', ')}.`,
    },
    send,
  );
  return picked === send;
}
