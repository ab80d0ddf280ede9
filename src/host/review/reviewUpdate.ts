import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import type { Question } from '../../app/updates/question.ts';
import { workflowTitle } from '../../domain/task.ts';
import { closeTabs } from '../ui/tabDocuments.ts';
import { listPick } from '../ui/listPick.ts';
import { oneLine } from '../words/plainText.ts';
import { questionText } from '../words/questionText.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { Reviewing } from '../send/reviewing.ts';
import { showDiff } from '../ui/showDiff.ts';
import { questionTexts } from './questionTexts.ts';
import { requestText } from './requestText.ts';
import { reviewRows } from './reviewRows.ts';
import type { ReviewAction } from './reviewRows.ts';

/**
 * Reviews an update: a diff of the change, and above it a picker with the consequences, whose first
 * line sends. Esc leaves. Tabs opened for the review are closed again.
 */
export async function reviewUpdate(
  connections: Pick<Connections, 'connected'>,
  viewers: Pick<Viewers, 'keepText'>,
  reviewing: Reviewing,
  question: Question,
): Promise<'send' | 'cancel'> {
  const { task, connection, update } = question;
  const { engine } = await connections.connected(connection.id);
  const workflow = workflowTitle(task);
  const names = [connection.name, workflow, task.name];
  const texts = questionTexts(question);
  const now = viewers.keepText(texts.now, { names, extension: 'json' });
  const toBeSent = viewers.keepText(texts.toBeSent, { names, extension: 'json' });
  const opened = [now, toBeSent];
  const compare = () => showDiff(now, toBeSent, `${oneLine(task.name, 60)}: now ↔ to be sent`);
  const showRequest = async () => {
    const preview = await engine.preview?.(task, update, new AbortController().signal);
    if (preview === undefined) return;
    const subject = { connection: connection.name, workflow, task: task.name };
    const uri = viewers.keepText(requestText(preview, subject), { names, extension: 'http' });
    opened.push(uri);
    await vscode.window.showTextDocument(uri, { preview: true });
  };

  await compare();
  const { elsewhere, end } = reviewing.begin();
  try {
    let shows: 'comparison' | 'request' = 'comparison';
    for (;;) {
      const hasRequest = engine.preview !== undefined;
      const action = await askBeside(question, { shows, hasRequest }, elsewhere);
      if (action === 'send') return 'send';
      if (action === 'leave') return 'cancel';
      shows = action;
      await (action === 'request' ? showRequest() : compare());
    }
  } finally {
    end();
    const ours = new Set(opened.map(String));
    await closeTabs((input) => shownBy(input).some((uri) => ours.has(uri.toString())));
  }
}

/** The documents of a tab: one, or the sides of a diff. */
function shownBy(input: unknown): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

async function askBeside(
  question: Question,
  view: { readonly shows: 'comparison' | 'request'; readonly hasRequest: boolean },
  elsewhere: Promise<'send'>,
): Promise<ReviewAction> {
  const { message, verb } = questionText(question);
  const { status } = question.proposed;
  const picked = await listPick<ReviewAction>({
    title: message,
    placeholder: `${question.before.status} → ${status} on ${question.connection.name} (${question.connection.environment}). Enter sends, Esc leaves`,
    staysOpen: true,
    elsewhere,
    load: async () => ({ choices: reviewRows(question, { ...view, verb }) }),
  });
  return picked.kind === 'picked' ? picked.value : 'leave';
}
