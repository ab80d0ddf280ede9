import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { Question } from '../../app/updates/question.ts';
import { questionText } from '../words/questionText.ts';

export type Decision = 'send' | 'cancel';

/**
 * Asks for the confirmation before an update: the task, the change and its consequences. A question
 * that wants a review goes straight to the comparison; Compare opens it too. Closing the dialog
 * cancels.
 */
export async function confirm(
  question: Question,
  review: (question: Question) => Promise<Decision>,
): Promise<Decision> {
  if (question.reasons.includes('review')) return review(question);
  const text = questionText(question);
  const compareItem: vscode.MessageItem = { title: 'Compare' };
  const sendItem: vscode.MessageItem = { title: text.verb };
  // Enter presses the first button. On a production connection that must not be the one that sends.
  const isProduction = question.connection.environment === 'production';
  const picked = await vscode.window.showWarningMessage(
    linkFree(text.message),
    { modal: true, detail: text.detail },
    ...(isProduction ? [compareItem, sendItem] : [sendItem, compareItem]),
  );
  if (picked === sendItem) return 'send';
  return picked === compareItem ? review(question) : 'cancel';
}
