import * as vscode from 'vscode';
import { plainRow } from '../words/plainRow.ts';
import type { Row } from '../words/row.ts';

const expandStates: Readonly<Record<Row['expand'], vscode.TreeItemCollapsibleState>> = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

/** A stable `id` keeps selection and expansion through a refresh. */
export function toTreeItem(id: string, raw: Row): vscode.TreeItem {
  const row = plainRow(raw);
  const item = new vscode.TreeItem(row.label, expandStates[row.expand]);
  item.id = id;
  item.tooltip = row.tooltip;
  item.contextValue = row.context.join(' ');
  item.iconPath = new vscode.ThemeIcon(
    row.icon.name,
    row.icon.color === undefined ? undefined : new vscode.ThemeColor(row.icon.color),
  );
  item.accessibilityInformation = { label: row.spoken };
  if (row.description !== undefined) item.description = row.description;
  if (row.command !== undefined) {
    item.command = {
      command: row.command.id,
      title: row.label,
      arguments: [...row.command.args],
    };
  }
  return item;
}
