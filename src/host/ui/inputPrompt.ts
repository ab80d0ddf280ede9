import * as vscode from 'vscode';
import { linkFree, oneLine } from '../words/plainText.ts';

/** The result of checking the typed text. An error disables Enter. */
export interface Verdict {
  readonly message: string;
  readonly severity: 'info' | 'warning' | 'error';
}

export interface PromptButton {
  readonly id: string;
  readonly icon: string;
  readonly tooltip: string;
}

export interface InputPrompt {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** True hides the typed text. The caller must not store it. */
  readonly password?: true | undefined;
  /** Start and end of the initial selection. */
  readonly selection?: readonly [number, number];
  readonly canGoBack?: boolean | undefined;
  readonly position?: { readonly step: number; readonly totalSteps: number };
  /** Buttons that leave the prompt in another way. */
  readonly buttons?: readonly PromptButton[];
  check?(typed: string): Verdict | undefined;
  /** Called at every key with the whole text of the box. */
  onTyped?(typed: string): void;
}

/** Every way of leaving the prompt returns the typed text, so that nothing typed is lost. */
export type Typed = { readonly typed: string } & (
  | { readonly kind: 'accepted' | 'back' | 'cancelled' }
  | { readonly kind: 'button'; readonly id: string }
);

const severities = {
  info: vscode.InputBoxValidationSeverity.Info,
  warning: vscode.InputBoxValidationSeverity.Warning,
  error: vscode.InputBoxValidationSeverity.Error,
} as const;

/** A one-line input box that checks the text at every key. */
export function inputPrompt(options: InputPrompt): Promise<Typed> {
  const box = vscode.window.createInputBox();
  box.title = oneLine(options.title);
  box.prompt = linkFree(options.prompt);
  box.placeholder = options.placeholder;
  box.value = options.value;
  box.password = options.password === true;
  // A look at a document must not close the box and lose its text.
  box.ignoreFocusOut = true;
  if (options.selection !== undefined) box.valueSelection = options.selection;
  if (options.position !== undefined) Object.assign(box, options.position);
  const buttons = (options.buttons ?? []).map(({ id, icon, tooltip }) => ({
    id,
    button: { iconPath: new vscode.ThemeIcon(icon), tooltip },
  }));
  box.buttons = [
    ...(options.canGoBack === true ? [vscode.QuickInputButtons.Back] : []),
    ...buttons.map(({ button }) => button),
  ];

  return new Promise((resolve) => {
    let isOpen = true;
    const leave = (typed: Typed) => {
      isOpen = false;
      resolve(typed);
      box.dispose();
    };
    const finish = (kind: 'accepted' | 'back' | 'cancelled') => leave({ kind, typed: box.value });
    const check = (): Verdict | undefined => {
      const verdict = options.check?.(box.value);
      box.validationMessage =
        verdict === undefined
          ? undefined
          : { message: linkFree(verdict.message), severity: severities[verdict.severity] };
      return verdict;
    };

    box.onDidChangeValue((typed) => {
      options.onTyped?.(typed);
      check();
    });
    box.onDidAccept(() => {
      if (check()?.severity !== 'error') finish('accepted');
    });
    box.onDidTriggerButton((pressed) => {
      const own = buttons.find(({ button }) => button === pressed);
      if (own === undefined) finish('back');
      else leave({ kind: 'button', id: own.id, typed: box.value });
    });
    box.onDidHide(() => {
      if (isOpen) finish('cancelled');
    });
    check();
    box.show();
  });
}
