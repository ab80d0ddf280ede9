import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { closeTab, hasTab, openOutput, typeInto } from './documents.ts';
import { eventually } from './eventually.ts';
import { draftFiles, journalFiles, profileFiles } from './files.ts';
import { startMock } from './mock.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';
import type { WaitingTask } from './scene.ts';

const digits = '12345678901234567890';
const theirDigits = '98765432109876543210';
const note = 'žluťoučký kůň 🐎 𝒳 עברית 👩‍👩‍👧‍👦';

describe('an output that somebody else changed meanwhile', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('conflicts', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  /** Somebody else keeps the task open and merges this into its output. */
  async function setElsewhere({ execution, name }: WaitingTask, output: string): Promise<void> {
    const url = `${mock.conductorUrl}/tasks/${execution}/${name}/IN_PROGRESS`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: output });
    assert.ok(answer.ok, await answer.text());
  }

  async function openWritten(task: WaitingTask, text: string): Promise<vscode.TextDocument> {
    const document = await openOutput(task);
    await typeInto(document, text);
    return document;
  }

  it('is merged in VS Code’s own editor, and sent once, to the digit', async () => {
    const task = await plant('conflicts', mock.conductorUrl);
    await setElsewhere(task, '{"amount":1,"by":"Ann","note":"-"}');
    const typed = `{\n  // asked twice\n  "amount": ${digits},\n  "by": "Ann",\n  "note": ${JSON.stringify(note)}\n}\n`;
    const document = await openWritten(task, typed);
    await setElsewhere(task, `{"amount":2,"by":"Bob","ref":${theirDigits}}`);
    await mock.clearRequests();

    await vscode.commands.executeCommand('workflowTasks.draft.complete');

    await eventually('the merge editor', () => mergeTabs().length === 1);
    assert.deepEqual(await updateRequests(mock), []);
    const merged = document.getText();
    assert.match(merged, /\/\/ asked twice/);
    assert.match(merged, /"by": "Bob"/);
    for (const kept of [digits, theirDigits, note]) assert.ok(merged.includes(kept), merged);
    const draft = draftOf(task);
    assert.equal(draft?.text, merged);
    assert.equal(draft?.merging?.yours, typed);

    await vscode.commands.executeCommand('workflowTasks.draft.complete', document.uri);

    const [update, ...more] = await updateRequests(mock);
    assert.deepEqual(more, []);
    const sent = `{"amount":${digits},"by":"Bob","note":${JSON.stringify(note)},"ref":${theirDigits}}`;
    assert.equal(update?.body, sent);
    const { status, outputData } = await serverTask(mock.conductorUrl, task);
    assert.equal(status, 'COMPLETED');
    assert.equal(outputData['note'], note);
    const entries = journalFiles().filter(({ ref }) => ref.task === task.id);
    assert.deepEqual(
      entries.map(({ outcome }) => outcome?.kind),
      ['confirmed'],
    );
    const journal = journalText(task);
    for (const kept of [digits, theirDigits, note]) assert.ok(journal.includes(kept), journal);
    assert.equal(draftOf(task), undefined);
    await eventually('its tabs to close', () => mergeTabs().length === 0 && !hasTab(document));
  });

  it('keeps what was typed when the merge is closed', async () => {
    const task = await plant('conflicts', mock.conductorUrl);
    const document = await openWritten(task, '{\n  "mine": 1 // keep\n}\n');
    await setElsewhere(task, '{"mine":2}');
    await mock.clearRequests();
    await vscode.commands.executeCommand('workflowTasks.draft.complete');
    await eventually('the merge editor', () => mergeTabs().length === 1);

    await vscode.window.tabGroups.close(mergeTabs());

    await eventually('the merge to close', () => mergeTabs().length === 0);
    assert.equal(document.getText(), '{\n  "mine": 1 // keep\n}\n');
    assert.equal(draftOf(task)?.text, document.getText());
    assert.deepEqual(await updateRequests(mock), []);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');
  });

  it('is merged with a draft that was left and is opened anew', async () => {
    const task = await plant('conflicts', mock.conductorUrl);
    await setElsewhere(task, '{"a":1}');
    const left = await openWritten(task, '{\n  "a": 3\n}\n');
    await left.save();
    await closeTab(left);
    await setElsewhere(task, '{"a":2}');

    const document = await openOutput(task);
    await mock.clearRequests();
    await vscode.commands.executeCommand('workflowTasks.draft.complete', document.uri);

    await eventually('the merge editor', () => mergeTabs().length === 1);
    assert.match(draftOf(task)?.merging?.base ?? '', /"a": 1/);
    assert.deepEqual(await updateRequests(mock), []);
    await vscode.window.tabGroups.close(mergeTabs());
  });

  it('is merged with what was typed on while the update was looked at', async () => {
    await eventually('earlier merges to close', () => mergeTabs().length === 0);
    const task = await plant('conflicts', mock.conductorUrl);
    const document = await openWritten(task, '{\n  "a": 1\n}\n');
    const reviewing = vscode.commands.executeCommand('workflowTasks.draft.review', document.uri);
    await eventually('the comparison', () => diffTabs().length === 1);
    await setElsewhere(task, '{"a":2}');
    await mock.clearRequests();
    await typeInto(document, '{\n  "a": 1,\n  "late": 5\n}\n');

    await eventually('the merge editor', async () => {
      // The picker comes a moment after the comparison.
      await vscode.commands.executeCommand('workflowTasks.review.send');
      return mergeTabs().length === 1;
    });
    await reviewing;

    assert.match(document.getText(), /"late": 5/);
    assert.match(draftOf(task)?.text ?? '', /"late": 5/);
    assert.deepEqual(await updateRequests(mock), []);
    await vscode.window.tabGroups.close(mergeTabs());
    await eventually('the merge to close', () => mergeTabs().length === 0);
  });

  it('is merged again where it changes once more', async () => {
    const task = await plant('conflicts', mock.conductorUrl);
    const document = await openWritten(task, '{\n  "a": 1,\n  "b": 1\n}\n');
    await setElsewhere(task, '{"a":2}');
    await vscode.commands.executeCommand('workflowTasks.draft.complete');
    await eventually('the merge editor', () => mergeTabs().length === 1);
    await setElsewhere(task, '{"b":3}');
    await mock.clearRequests();

    await vscode.commands.executeCommand('workflowTasks.draft.complete', document.uri);
    await eventually('the draft to know of it', () =>
      /"b": 3/.test(draftOf(task)?.merging?.theirs ?? ''),
    );
    assert.deepEqual(await updateRequests(mock), []);

    await vscode.commands.executeCommand('workflowTasks.draft.complete', document.uri);
    const sent = await updateRequests(mock);
    assert.deepEqual(
      sent.map(({ body }) => body),
      ['{"a":1,"b":1}'],
    );
  });
});

describe('a review', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('reviews', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('sends with one key, and nothing where one leaves', async () => {
    const task = await plant('reviews', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, '{ "approved": true }');
    await mock.clearRequests();

    const left = vscode.commands.executeCommand('workflowTasks.draft.review');
    await eventually('the comparison', () => diffTabs().length === 1);
    await leave(left);
    assert.deepEqual(await updateRequests(mock), []);
    assert.equal(draftOf(task)?.text, '{ "approved": true }');
    await eventually('the comparison to close', () => diffTabs().length === 0);

    const agreed = vscode.commands.executeCommand('workflowTasks.draft.review', document.uri);
    await eventually('the comparison', () => diffTabs().length === 1);
    await eventually('the answer', async () => {
      // The picker comes a moment after the comparison.
      await vscode.commands.executeCommand('workflowTasks.review.send');
      return (await updateRequests(mock)).length > 0;
    });
    await agreed;
    assert.equal((await updateRequests(mock)).length, 1);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'COMPLETED');
    assert.deepEqual(diffTabs(), []);
  });
});

/** Leaves the picker, whenever it opens, until the command has ended. */
async function leave(command: Thenable<unknown>): Promise<void> {
  const leaving = setInterval(
    () => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
    200,
  );
  try {
    await command;
  } finally {
    clearInterval(leaving);
  }
}

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

function mergeTabs(): readonly vscode.Tab[] {
  return tabs().filter(({ input }) => {
    return typeof input === 'object' && input !== null && 'result' in input;
  });
}

function diffTabs(): readonly vscode.Tab[] {
  return tabs().filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}

function draftOf({ id }: WaitingTask) {
  return draftFiles().find(({ ref }) => ref.task === id);
}

/** The entries of a task's updates as they lie on the disk: parsed, their numbers lose digits. */
function journalText({ id }: WaitingTask): string {
  return profileFiles()
    .filter((path) => path.includes(`${sep}journal${sep}`))
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => text.includes(id))
    .join('\n');
}
