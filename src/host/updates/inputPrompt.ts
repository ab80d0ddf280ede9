import * as vscode from 'vscode';
import { linkFree } from './plainText.ts';

/** A check's verdict on what was typed; an error keeps Enter from being accepted. */
export interface Verdict {
  readonly message: string;
  readonly severity: 'info' | 'warning' | 'error';
}

export interface InputPrompt {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Start and end of what is selected at first. */
  readonly selection?: readonly [number, number];
  readonly canGoBack: boolean;
  readonly position?: { readonly step: number; readonly totalSteps: number };
  /** A second way on, as a button. */
  readonly other?: { readonly icon: string; readonly tooltip: string };
  check?(typed: string): Verdict | undefined;
}

/** What was typed comes with every way of leaving: nothing typed is ever lost. */
export interface Typed {
  readonly kind: 'accepted' | 'back' | 'other' | 'cancelled';
  readonly typed: string;
}

const severities = {
  info: vscode.InputBoxValidationSeverity.Info,
  warning: vscode.InputBoxValidationSeverity.Warning,
  error: vscode.InputBoxValidationSeverity.Error,
} as const;

/** One line of text, checked as one types. */
export function inputPrompt(options: InputPrompt): Promise<Typed> {
  const box = vscode.window.createInputBox();
  box.title = options.title;
  box.prompt = linkFree(options.prompt);
  box.placeholder = options.placeholder;
  box.value = options.value;
  // Typing into a document and coming back must not throw away what stands here.
  box.ignoreFocusOut = true;
  if (options.selection !== undefined) box.valueSelection = options.selection;
  if (options.position !== undefined) Object.assign(box, options.position);
  const other =
    options.other === undefined
      ? undefined
      : { iconPath: new vscode.ThemeIcon(options.other.icon), tooltip: options.other.tooltip };
  box.buttons = [
    ...(options.canGoBack ? [vscode.QuickInputButtons.Back] : []),
    ...(other === undefined ? [] : [other]),
  ];

  return new Promise((resolve) => {
    let isOpen = true;
    const finish = (kind: Typed['kind']) => {
      isOpen = false;
      resolve({ kind, typed: box.value });
      box.dispose();
    };
    const check = (): Verdict | undefined => {
      const verdict = options.check?.(box.value);
      box.validationMessage =
        verdict === undefined
          ? undefined
          : { message: linkFree(verdict.message), severity: severities[verdict.severity] };
      return verdict;
    };

    box.onDidChangeValue(check);
    box.onDidAccept(() => {
      if (check()?.severity !== 'error') finish('accepted');
    });
    box.onDidTriggerButton((button) =>
      finish(button === vscode.QuickInputButtons.Back ? 'back' : 'other'),
    );
    box.onDidHide(() => {
      if (isOpen) finish('cancelled');
    });
    check();
    box.show();
  });
}
