import * as vscode from 'vscode';
import type { Question } from '../../app/updates/submission.ts';
import { listPick } from './listPick.ts';
import type { QuestionText } from './questionText.ts';
import { questionText } from './questionText.ts';

export type Answer = 'send' | 'cancel';

/**
 * The one confirmation before an update: what, where, and what it will cause. Whoever compares
 * first is asked again without a dialog, so that the comparison can be read. Leaving means cancel.
 */
export async function ask(
  question: Question,
  compare: (question: Question) => Promise<void>,
): Promise<Answer> {
  const text = questionText(question);
  const compareItem: vscode.MessageItem = { title: 'Compare' };
  const sendItem: vscode.MessageItem = { title: text.verb };
  const picked = await vscode.window.showWarningMessage(
    text.message,
    { modal: true, detail: text.detail },
    sendItem,
    compareItem,
  );
  if (picked === sendItem) return 'send';
  if (picked !== compareItem) return 'cancel';
  await compare(question);
  return askBeside(text);
}

async function askBeside(text: QuestionText): Promise<Answer> {
  const picked = await listPick<Answer>({
    title: text.message,
    placeholder: 'Compare below, then decide',
    canGoBack: false,
    staysOpen: true,
    load: async () => ({
      choices: [
        { label: 'Do Not Send', icon: 'close', detail: 'Keeps the draft', value: 'cancel' },
        { label: text.verb, icon: 'send', value: 'send' },
      ],
      more: false,
    }),
  });
  return picked.kind === 'picked' ? picked.value : 'cancel';
}
