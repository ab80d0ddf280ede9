import * as vscode from 'vscode';
import { iconFree } from '../words/plainText.ts';

/** One line of a list to check; without a value it can be read and not checked. */
export interface CheckLine<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Drawn before the label. */
  readonly icon?: string;
  readonly value?: T;
  /** False where it is unchecked at first. */
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
  /** One more thing to do beside checking; the list stays open. */
  readonly button?: {
    readonly icon: string;
    readonly tooltip: string;
    readonly press: () => Promise<void>;
  };
}

interface Line<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** What was checked when Enter was pressed; empty where the person left. */
export function checkList<T>(list: CheckList<T>): Promise<readonly T[]> {
  const lines = list.sections.flatMap(linesOf);
  const checkable = lines.filter(({ value }) => value !== undefined);
  const picker = vscode.window.createQuickPick<Line<T>>();
  picker.title = iconFree(list.title);
  picker.placeholder = iconFree(list.placeholder, 300);
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // A document may be looked at meanwhile.
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
      // Enter with nothing checked is not a way to send nothing: the list stays.
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
