import * as vscode from 'vscode';
import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { fromDraft, hasContent, toDraft } from '../compose/composition.ts';
import type { Composition } from '../compose/composition.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import { linkFree, oneLine } from '../words/plainText.ts';
import type { LinkParts } from './linkParts.ts';
import type { LinkedUpdate } from './link.ts';
import { compositionText, isSameUpdate, toComposition } from './toLinkedUpdate.ts';

type Step = 'review' | 'document' | 'change' | 'keep';

/**
 * Makes a link's update the task's draft and offers the next steps. The draft is marked as linked,
 * so that every way of sending it asks the person first.
 */
export async function openLinkedUpdate(
  parts: LinkParts,
  found: Task,
  update: LinkedUpdate,
): Promise<void> {
  const task = parts.actions.offered(found);
  const composition = toComposition(update);
  if (task.options.unavailable !== undefined) {
    const name = oneLine(task.name, 60);
    void vscode.window.showWarningMessage(
      linkFree(`The link's update cannot be sent to ${name}: ${task.options.unavailable}`),
    );
    return parts.actions.show(task);
  }
  const draft = await makeDraft(parts, task, composition);
  if (draft !== undefined) await goOn(parts, task, composition, draft);
}

/** The new draft; undefined when the person kept their own. */
async function makeDraft(
  parts: LinkParts,
  task: Task,
  linked: Composition,
): Promise<Draft | undefined> {
  const { drafts, connections } = parts;
  const before = await drafts.read(task.ref);
  const standing = fromDraft(before);
  if (before !== undefined && hasContent(standing) && !isSameUpdate(standing, linked)) {
    if (!(await replaces(parts, task, standing, linked))) return undefined;
    await setAside(standing);
  }
  const connection = connections.find(task.ref.connection);
  // Marked, because somebody else wrote it: sending asks, and bulk leaves the task out.
  return drafts.write({ ...toDraft(task, connection, linked), fromLink: true });
}

/** Shows both drafts and asks which to keep. */
async function replaces(
  { actions }: LinkParts,
  task: Task,
  standing: Composition,
  linked: Composition,
): Promise<boolean> {
  const name = oneLine(task.name, 60);
  const texts = [compositionText(standing), compositionText(linked)] as const;
  await actions.compare(name, texts, 'your draft ↔ the link');
  const picked = await listPick<boolean>({
    title: `You have a draft for ${name} already`,
    placeholder: 'Compare below, then decide',
    staysOpen: true,
    load: async () => ({
      choices: [
        { label: 'Keep My Draft', icon: 'edit', value: false },
        {
          label: "Use the Link's Update",
          icon: 'link',
          detail: 'Your draft moves to an untitled file',
          value: true,
        },
      ],
    }),
  });
  return picked.kind === 'picked' && picked.value;
}

// VS Code keeps an untitled file over a reload, so nothing typed is lost.
async function setAside(standing: Composition): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: compositionText(standing) });
  await vscode.window.showTextDocument(document, { preview: false, preserveFocus: true });
}

async function goOn(
  parts: LinkParts,
  task: Task,
  composition: Composition,
  draft: Draft,
): Promise<void> {
  const { actions } = parts;
  const picked = await listPick<Step>({
    title: `From a link: ${oneLine(task.name, 60)} on ${placeOf(parts, task)}`,
    placeholder: summary(task, composition),
    staysOpen: true,
    load: async () => ({ choices: steps(task, composition) }),
  });
  switch (picked.kind === 'picked' ? picked.value : 'keep') {
    case 'review':
      await actions.sendWritten({ task, composition, entrance: 'palette', review: true, draft });
      return;
    case 'document':
      return actions.editOutput(task);
    case 'change':
      return actions.update(task);
    case 'keep':
      vscode.window.setStatusBarMessage("The link's update is kept as a draft", 5000);
  }
}

function steps(task: Task, { status, text }: Composition): readonly Choice<Step>[] {
  const review: Choice<Step> = {
    label: status === undefined ? 'Review and Send…' : `Review and Send ${status}…`,
    icon: 'send',
    value: 'review',
  };
  const document: Choice<Step> = { label: 'Open as Document', icon: 'json', value: 'document' };
  return [
    ...(status === undefined && task.options.canKeepStatus !== true ? [] : [review]),
    ...(text === undefined || task.options.output === undefined ? [] : [document]),
    { label: 'Change It…', icon: 'edit-session', value: 'change' },
    { label: 'Keep as Draft', icon: 'save', value: 'keep' },
  ];
}

/** "IN_PROGRESS → COMPLETED · 120 characters of output · reason: …" */
function summary(task: Task, { status, text, reason, fields }: Composition): string {
  return [
    `${oneLine(task.status, 40)} → ${oneLine(status ?? '?', 40)}`,
    ...(text === undefined ? [] : [`${text.length} characters of output`]),
    ...(reason === undefined ? [] : [`reason: ${oneLine(reason, 60)}`]),
    ...(fields === undefined ? [] : [`fields: ${oneLine(Object.keys(fields).join(', '), 60)}`]),
  ].join(' · ');
}

function placeOf({ connections }: LinkParts, task: Task): string {
  return oneLine(connections.find(task.ref.connection)?.name ?? task.ref.connection, 60);
}
