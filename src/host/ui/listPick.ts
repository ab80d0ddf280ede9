import * as vscode from 'vscode';
import { isAbort } from '../../domain/engineError.ts';
import { errorText } from '../words/errorText.ts';
import { iconFree, oneLine } from '../words/plainText.ts';

/** A line of a picker. A line without a value can be read but not picked. */
export interface Choice<T> {
  readonly label: string;
  readonly icon?: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value?: T;
  /** True shows the line whatever the person types as a filter. */
  readonly always?: boolean;
  /** Lines with the same section stand below one heading. */
  readonly section?: string;
}

export interface ChoicePage<T> {
  readonly choices: readonly Choice<T>[];
  /** True adds the line "Load more…". */
  readonly more?: boolean;
}

export interface ListPick<T> {
  readonly title: string;
  readonly placeholder: string;
  /** True adds a Back button. */
  readonly canGoBack?: boolean | undefined;
  readonly position?: { readonly step: number; readonly totalSteps: number };
  /** True keeps the picker open when it loses the focus. */
  readonly staysOpen?: boolean;
  /** Loads the lines; `more` loads one page more. Errors become lines with Retry. */
  load(more: boolean): Promise<ChoicePage<T>>;
  /** Settles the pick without the picker. */
  readonly elsewhere?: Promise<T>;
  /** Says which line is active at first. */
  isActive?(value: T): boolean;
}

export type Picked<T> =
  | { readonly kind: 'picked'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancelled' };

type Act<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'pick'; readonly value: T }
  | { readonly kind: 'load'; readonly more: boolean };

interface Line<T> extends vscode.QuickPickItem {
  readonly act: Act<T>;
}

/** A picker that loads pages, filters as the person types, and shows errors as lines. */
export function listPick<T>(options: ListPick<T>): Promise<Picked<T>> {
  const picker = vscode.window.createQuickPick<Line<T>>();
  picker.title = oneLine(options.title);
  picker.placeholder = oneLine(options.placeholder, 300);
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.keepScrollPosition = true;
  picker.ignoreFocusOut = options.staysOpen === true;
  if (options.position !== undefined) Object.assign(picker, options.position);
  if (options.canGoBack === true) picker.buttons = [vscode.QuickInputButtons.Back];

  return new Promise((resolve) => {
    let isOpen = true;
    const finish = (picked: Picked<T>) => {
      isOpen = false;
      resolve(picked);
      picker.dispose();
    };

    async function show(more: boolean): Promise<void> {
      picker.busy = true;
      const lines = await linesOf(options, more, picker.items);
      if (!isOpen) return;
      const active = activeLine(lines, more ? picker.items.length : 0, options);
      picker.items = lines;
      if (active !== undefined) picker.activeItems = [active];
      picker.busy = false;
    }

    async function takeElsewhere(): Promise<void> {
      if (options.elsewhere === undefined) return;
      const value = await options.elsewhere;
      if (isOpen) finish({ kind: 'picked', value });
    }

    picker.onDidAccept(() => {
      const act = picker.selectedItems[0]?.act;
      if (act?.kind === 'pick') finish({ kind: 'picked', value: act.value });
      if (act?.kind === 'load') void show(act.more);
    });
    picker.onDidTriggerButton(() => finish({ kind: 'back' }));
    picker.onDidHide(() => {
      if (isOpen) finish({ kind: 'cancelled' });
    });
    void takeElsewhere();
    picker.show();
    void show(false);
  });
}

// An error leaves the lines that are already loaded in the list.
async function linesOf<T>(
  options: ListPick<T>,
  more: boolean,
  before: readonly Line<T>[],
): Promise<readonly Line<T>[]> {
  try {
    const page = await options.load(more);
    const lines = toLines(page.choices);
    return page.more === true
      ? [...lines, actLine('Load more…', 'ellipsis', { kind: 'load', more: true })]
      : lines;
  } catch (error) {
    if (isAbort(error)) return before;
    const kept = more ? before.filter((line) => line.act.kind !== 'load') : [];
    return [
      ...kept,
      errorLine(errorText(error).text),
      actLine('Retry', 'refresh', { kind: 'load', more }),
    ];
  }
}

function toLines<T>(choices: readonly Choice<T>[]): readonly Line<T>[] {
  return choices.flatMap((choice, index) => {
    const { section } = choice;
    if (section === undefined || section === choices[index - 1]?.section) return [toLine(choice)];
    return [separator<T>(section), toLine(choice)];
  });
}

function separator<T>(label: string): Line<T> {
  return {
    label: iconFree(label),
    kind: vscode.QuickPickItemKind.Separator,
    act: { kind: 'none' },
  };
}

function toLine<T>(choice: Choice<T>): Line<T> {
  const { value } = choice;
  return {
    label: iconFree(choice.label),
    ...(choice.icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(choice.icon) }),
    ...(choice.description === undefined ? {} : { description: iconFree(choice.description) }),
    ...(choice.detail === undefined ? {} : { detail: iconFree(choice.detail, 300) }),
    alwaysShow: choice.always === true,
    act: value === undefined ? { kind: 'none' } : { kind: 'pick', value },
  };
}

// One line is too short for an error, so the reason stands on the detail line.
function errorLine<T>(text: string): Line<T> {
  const [, lead = text, reason] = /^(.*?): (.*)$/s.exec(text) ?? [];
  const line = actLine<T>(iconFree(lead), 'error', { kind: 'none' });
  return reason === undefined ? line : { ...line, detail: iconFree(reason, 300) };
}

function actLine<T>(label: string, icon: string, act: Act<T>): Line<T> {
  return { label, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, act };
}

// The wanted line, else the first that can be picked; after "Load more…", the first new line.
function activeLine<T>(
  lines: readonly Line<T>[],
  shownBefore: number,
  options: ListPick<T>,
): Line<T> | undefined {
  if (shownBefore > 0) return lines[shownBefore - 1];
  const pickable = lines.filter((line) => line.act.kind !== 'none');
  return (
    pickable.find(({ act }) => act.kind === 'pick' && options.isActive?.(act.value)) ?? pickable[0]
  );
}
