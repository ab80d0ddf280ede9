import * as vscode from 'vscode';
import type { Draft } from '../../app/drafts/drafts.ts';
import type { TaskRef } from '../../domain/task.ts';
import { fromDraft } from '../compose/composition.ts';
import { iconFree, linkFree, oneLine } from '../words/plainText.ts';
import type { LinkParts } from './linkParts.ts';
import { formatLink, longestLink } from './link.ts';
import type { Link } from './link.ts';
import { toLinkedConnection } from './linkedConnections.ts';
import { whyNoLink } from './whyNoLink.ts';
import { toLinkedUpdate } from './toLinkedUpdate.ts';

export async function copyTaskLink(parts: LinkParts, ref: TaskRef, name: string): Promise<void> {
  const link = linkTo(parts, ref);
  if (link !== undefined) await copy(parts, link, `task ${oneLine(name, 60)}`);
}

/** Copies a draft as a link. For a draft that is too long, it offers a link to the task. */
export async function copyUpdateLink(parts: LinkParts, draft: Draft): Promise<void> {
  const link = linkTo(parts, draft.ref);
  if (link === undefined) return;
  const whole = { ...link, update: toLinkedUpdate(fromDraft(draft)) };
  const text = formatLink(parts.base, whole);
  const name = oneLine(draft.taskName, 60);
  if (text.length <= longestLink) return copy(parts, whole, `the update of ${name}`);
  const copyTask = 'Copy Link to Task';
  const picked = await vscode.window.showWarningMessage(
    linkFree(
      `No link was copied: with this output it would have ${text.length} characters, and ${longestLink} is the most that chats and browsers carry.`,
    ),
    copyTask,
  );
  if (picked === copyTask) await copyTaskLink(parts, draft.ref, draft.taskName);
}

function linkTo({ connections, isDemo }: LinkParts, ref: TaskRef): Link | undefined {
  const connection = connections.find(ref.connection);
  if (connection !== undefined) {
    return { connection: toLinkedConnection(connection, isDemo(connection.id)), ref };
  }
  void vscode.window.showWarningMessage('No link was copied: its connection is no longer set up.');
  return undefined;
}

// `asExternalUri` would make a link that opens only in this window.
async function copy({ base }: LinkParts, link: Link, what: string): Promise<void> {
  const text = formatLink(base, link);
  const why = whyNoLink(text, base, link);
  if (why !== undefined) {
    void vscode.window.showWarningMessage(linkFree(`No link was copied: ${why}`));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(iconFree(`Copied the link to ${what}`), 5000);
}
