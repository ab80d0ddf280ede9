import * as vscode from 'vscode';
import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { BulkPlan } from '../../app/bulk/planBulk.ts';
import { linkFree } from '../words/plainText.ts';
import type { BulkParts } from './bulkParts.ts';
import { checkList } from './checkList.ts';
import { countText } from '../../app/bulk/countText.ts';
import { productionNames, unavailableLine, reviewGroups } from './reviewGroups.ts';
import { reviewText } from './reviewText.ts';

/**
 * The one review before many updates: items that can be sent are checked, the others follow with
 * the reason. Production needs one more confirmation. Returns the items to send; none when the
 * person left.
 */
export async function review(
  parts: BulkParts,
  plan: BulkPlan,
  {
    titleOf,
    note,
  }: { readonly titleOf: (count: number) => string; readonly note: string | undefined },
): Promise<readonly BulkItem[]> {
  const title = titleOf(plan.eligible.length);
  const connectionOf = (id: string) => parts.connections.find(id);
  const groups = reviewGroups(plan.eligible, connectionOf);
  const refused = plan.refused.map(unavailableLine);
  const chosen = await checkList<BulkItem>({
    title,
    placeholder: placeholderOf(plan, note),
    sections: [
      ...groups.map(({ label, lines }) => ({
        label,
        lines: lines.map(({ item, name, workflow, status, effect, isGrave }) => ({
          label: name,
          ...(isGrave ? { icon: 'warning' } : {}),
          description: `${status} · ${workflow}`,
          detail: effect,
          value: item,
        })),
      })),
      {
        label: 'Not possible',
        lines: refused.map(({ name, workflow, reason }) => ({
          label: name,
          icon: 'circle-slash',
          description: workflow,
          detail: reason,
        })),
      },
    ],
    button: {
      icon: 'go-to-file',
      tooltip: 'Open as Document',
      press: async () => {
        const name = { names: [`Review of ${title}`], extension: 'txt' } as const;
        const uri = parts.viewers.keepText(reviewText(title, groups, refused), name);
        await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true });
      },
    },
  });
  const production = productionNames(chosen, connectionOf);
  if (production.length === 0) return chosen;
  return (await confirmProduction(titleOf(chosen.length), chosen.length, production)) ? chosen : [];
}

function placeholderOf({ eligible, refused }: BulkPlan, note: string | undefined): string {
  if (eligible.length === 0) return 'None of them can be sent; the reasons stand below';
  const rest = refused.length === 0 ? undefined : `${countText(refused.length)} cannot be sent`;
  return ['Enter sends', note ?? rest].filter((part) => part !== undefined).join('. ');
}

async function confirmProduction(
  title: string,
  count: number,
  names: readonly string[],
): Promise<boolean> {
  const send = `Send to ${countText(count, 'Task')}`;
  const where = names.map((name) => linkFree(name, 60)).join(', ');
  const picked = await vscode.window.showWarningMessage(
    `${linkFree(title, 100)} in production?`,
    { modal: true, detail: `${countText(count)} will be updated. Production: ${where}.` },
    send,
  );
  return picked === send;
}
