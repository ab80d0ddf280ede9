import * as vscode from 'vscode';
import { iconFree } from '../words/plainText.ts';

/** A line of a check list. A line without a value cannot be checked. */
export interface CheckLine<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Shown before the label. */
  readonly icon?: string;
  readonly value?: T;
  /** False for a line that is unchecked at first. */
  readonly checked?: boolean;
}

export interface CheckSection<T> {
  readonly label: string;
  readonly lines: readonly CheckLine<T>[];
}

export interface CheckList<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly sections: readonly CheckSection<T>[];
  /** A button that leaves the list open. */
  readonly button?: {
    readonly icon: string;
    readonly tooltip: string;
    readonly press: () => Promise<void>;
  };
}

interface Line<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** Returns the checked values after Enter; none when the person left. */
export function checkList<T>(list: CheckList<T>): Promise<readonly T[]> {
  const lines = list.sections.flatMap(linesOf);
  const checkable = lines.filter(({ value }) => value !== undefined);
  const picker = vscode.window.createQuickPick<Line<T>>();
  picker.title = iconFree(list.title);
  picker.placeholder = iconFree(list.placeholder, 300);
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // A look at a document must not close the list.
  picker.ignoreFocusOut = true;
  picker.items = lines;
  picker.selectedItems = checkable.filter(({ picked }) => picked === true);
  const { button } = list;
  if (button !== undefined) {
    picker.buttons = [{ iconPath: new vscode.ThemeIcon(button.icon), tooltip: button.tooltip }];
  }

  return new Promise((resolve) => {
    let chosen: readonly T[] = [];
    picker.onDidChangeSelection((selected) => {
      const allowed = selected.filter(({ value }) => value !== undefined);
      if (allowed.length < selected.length) picker.selectedItems = allowed;
    });
    picker.onDidTriggerButton(() => void button?.press());
    picker.onDidAccept(() => {
      chosen = picker.selectedItems.flatMap(({ value }) => (value === undefined ? [] : [value]));
      // Enter with nothing checked would send nothing, so the list stays open.
      if (chosen.length > 0 || checkable.length === 0) picker.hide();
    });
    picker.onDidHide(() => {
      resolve(chosen);
      picker.dispose();
    });
    picker.show();
  });
}

function linesOf<T>({ label, lines }: CheckSection<T>): readonly Line<T>[] {
  if (lines.length === 0) return [];
  return [
    { label: iconFree(label, 80), kind: vscode.QuickPickItemKind.Separator },
    ...lines.map(toLine),
  ];
}

function toLine<T>(line: CheckLine<T>): Line<T> {
  const { label, description, detail, icon, value, checked } = line;
  return {
    label: icon === undefined ? iconFree(label) : `$(${icon}) ${iconFree(label)}`,
    ...(description === undefined ? {} : { description: iconFree(description) }),
    ...(detail === undefined || detail === '' ? {} : { detail: iconFree(detail, 300) }),
    ...(value === undefined ? {} : { value, picked: checked !== false }),
  };
}
