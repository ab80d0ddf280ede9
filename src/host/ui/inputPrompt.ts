import * as vscode from 'vscode';
import { linkFree, oneLine } from '../words/plainText.ts';

/** A check's verdict on what was typed; an error keeps Enter from being accepted. */
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
  /** True hides what is typed; whoever asks keeps it nowhere. */
  readonly password?: true | undefined;
  /** Start and end of what is selected at first. */
  readonly selection?: readonly [number, number];
  readonly canGoBack?: boolean | undefined;
  readonly position?: { readonly step: number; readonly totalSteps: number };
  /** Other ways on, as buttons. */
  readonly buttons?: readonly PromptButton[];
  check?(typed: string): Verdict | undefined;
  /** Called at every key with what stands in the box. */
  onTyped?(typed: string): void;
}

/** What was typed comes with every way of leaving: nothing typed is ever lost. */
export type Typed = { readonly typed: string } & (
  | { readonly kind: 'accepted' | 'back' | 'cancelled' }
  | { readonly kind: 'button'; readonly id: string }
);

const severities = {
  info: vscode.InputBoxValidationSeverity.Info,
  warning: vscode.InputBoxValidationSeverity.Warning,
  error: vscode.InputBoxValidationSeverity.Error,
} as const;

/** One line of text, checked as one types. */
export function inputPrompt(options: InputPrompt): Promise<Typed> {
  const box = vscode.window.createInputBox();
  box.title = oneLine(options.title);
  box.prompt = linkFree(options.prompt);
  box.placeholder = options.placeholder;
  box.value = options.value;
  box.password = options.password === true;
  // Typing into a document and coming back must not throw away what stands here.
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
