import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { Question } from '../../app/updates/question.ts';
import { questionText } from '../words/questionText.ts';

export type Answer = 'send' | 'cancel';

/**
 * The one confirmation before an update: what, where, and what it will cause. Who asked for a
 * review, or compares first, decides beside the comparison. Leaving means cancel.
 */
export async function confirm(
  question: Question,
  review: (question: Question) => Promise<Answer>,
): Promise<Answer> {
  if (question.reasons.includes('review')) return review(question);
  const text = questionText(question);
  const compareItem: vscode.MessageItem = { title: 'Compare' };
  const sendItem: vscode.MessageItem = { title: text.verb };
  const picked = await vscode.window.showWarningMessage(
    linkFree(text.message),
    { modal: true, detail: text.detail },
    sendItem,
    compareItem,
  );
  if (picked === sendItem) return 'send';
  return picked === compareItem ? review(question) : 'cancel';
}
