import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestMock } from '../support/startMock.ts';
import { hasTab, hoverAt, labelsAt, openOutput, squiggles, typeInto } from './documents.ts';
import { eventually } from './eventually.ts';
import { draftFiles, journalFiles } from './files.ts';
import { startMock } from './mock.ts';
import { conductorConnection, connect, plant, serverTask, updateRequests } from './scene.ts';

// 20 digits, beyond what JavaScript's numbers hold, and characters beyond 16 bits.
const amount = '12345678901234567890';
const note = 'žluťoučký kůň 🐎 𝒳 עברית 家 👩‍👩‍👧‍👦';
const output = `{"amount":${amount},"note":${JSON.stringify(note)}}`;

describe('an output document', () => {
  let mock: TestMock;
  before(async () => {
    mock = await startMock();
    await connect([conductorConnection('documents', mock.conductorUrl)]);
  });
  after(async () => {
    await connect([]);
    await mock.close();
  });

  it('keeps a draft when it is saved, and sends nothing', async () => {
    const task = await plant('documents', mock.conductorUrl);
    const document = await openOutput(task);
    await mock.clearRequests();

    await typeInto(document, '{ "half": // not yet\n');
    assert.equal(await document.save(), true);

    const [draft] = draftFiles().filter(({ ref }) => ref.task === task.id);
    assert.equal(draft?.text, '{ "half": // not yet\n');
    assert.deepEqual(await updateRequests(mock), []);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');

    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await openOutput(task);
    assert.equal(again.getText(), '{ "half": // not yet\n');
  });

  it('marks what cannot be sent, and refuses to send it', async () => {
    const task = await plant('documents', mock.conductorUrl);
    const document = await openOutput(task);
    await mock.clearRequests();

    await typeInto(document, '{ "half": ');
    await eventually('a mark on what is no JSON', () => squiggles(document).length > 0);
    await typeInto(document, '{}');
    await eventually('no mark', () => squiggles(document).length === 0);
    await typeInto(document, '["a list"]');
    await eventually('a mark on the wrong shape', () => squiggles(document).length > 0);

    await vscode.commands.executeCommand('workflowTasks.draft.complete');

    assert.deepEqual(await updateRequests(mock), []);
    assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');
    const [draft] = draftFiles().filter(({ ref }) => ref.task === task.id);
    assert.equal(draft?.text, '["a list"]');
  });

  it('arrives at the server to the digit, and its draft is gone when that is proven', async () => {
    const task = await plant('documents', mock.conductorUrl);
    const document = await openOutput(task);
    await mock.clearRequests();
    await typeInto(document, `// checked twice\n${output}\n`);

    await vscode.commands.executeCommand('workflowTasks.draft.complete');

    const [update, ...more] = await updateRequests(mock);
    assert.deepEqual(more, []);
    assert.equal(update?.body, output);
    const answer = await fetch(`${mock.conductorUrl}/tasks/${task.id}`);
    const held = await answer.text();
    assert.ok(held.includes(amount), held);
    const { status, outputData } = await serverTask(mock.conductorUrl, task);
    assert.equal(status, 'COMPLETED');
    assert.equal(outputData['note'], note);

    const entry = journalFiles().at(-1);
    assert.equal(entry?.ref.task, task.id);
    assert.equal(entry?.outcome?.kind, 'confirmed');
    assert.deepEqual(
      draftFiles().filter(({ ref }) => ref.task === task.id),
      [],
    );
    await eventually('its tab to close', () => !hasTab(document));
  });

  it('closes whenever it was sent, however the automatic saves fall', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
    await files.update('autoSaveDelay', 1, vscode.ConfigurationTarget.Global);
    try {
      for (const round of [1, 2, 3]) {
        const task = await plant('documents', mock.conductorUrl);
        const document = await openOutput(task);
        await typeInto(document, `{ "round": ${round} }`);
        await vscode.commands.executeCommand('workflowTasks.draft.complete');
        const look = () => `round ${round}, dirty ${document.isDirty}: ${document.getText()}`;
        await eventually(`its tab to close (${look()})`, () => !hasTab(document));
        const drafts = draftFiles().filter(({ ref }) => ref.task === task.id);
        assert.deepEqual(drafts, []);
      }
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  for (const [how, command] of [
    ['given', 'workbench.action.acceptSelectedQuickOpenItem'],
    ['left', 'workbench.action.closeQuickOpen'],
  ] as const) {
    it(`keeps what was typed in it while a reason was asked for, and ${how}`, async () => {
      const task = await plant('documents', mock.conductorUrl);
      const document = await openOutput(task);
      await typeInto(document, '{ "before": 1 }');
      let isDone = false;
      const failing = vscode.commands
        .executeCommand('workflowTasks.draft.fail')
        .then(() => (isDone = true));
      await eventually('the draft', () =>
        draftFiles().some(({ ref, text }) => ref.task === task.id && text === '{ "before": 1 }'),
      );
      // Time enough for the box; whichever is first, what is typed last is kept.
      for (let turn = 0; turn < 10; turn += 1) await vscode.commands.getCommands();

      await typeInto(document, '{ "meanwhile": 2 }');
      assert.equal(await document.save(), true);
      await eventually('the box to be left', async () => {
        await vscode.commands.executeCommand(command);
        // The modal question that follows is refused in test runs.
        await vscode.commands.executeCommand('notifications.clearAll');
        return isDone;
      });
      await failing;

      assert.equal(document.getText(), '{ "meanwhile": 2 }');
      const [draft] = draftFiles().filter(({ ref }) => ref.task === task.id);
      assert.equal(draft?.text, '{ "meanwhile": 2 }');
      assert.equal((await serverTask(mock.conductorUrl, task)).status, 'IN_PROGRESS');
    });
  }

  it('stays open after progress was saved, and shows what the engine holds then', async () => {
    const task = await plant('documents', mock.conductorUrl);
    const document = await openOutput(task);
    await typeInto(document, '{ "half": 1, } // so far');

    await vscode.commands.executeCommand('workflowTasks.draft.saveProgress');

    await eventually('the text to follow', () => document.getText() === '{\n  "half": 1\n}\n');
    assert.equal(document.isDirty, false);
    assert.equal(hasTab(document), true);
    const { status, outputData } = await serverTask(mock.conductorUrl, task);
    assert.equal(status, 'IN_PROGRESS');
    assert.deepEqual(outputData, { half: 1 });
    const drafts = draftFiles().filter(({ ref }) => ref.task === task.id);
    assert.deepEqual(drafts, []);

    await typeInto(document, '{ "whole": 2 }');
    await vscode.commands.executeCommand('workflowTasks.draft.switchMode');
    await vscode.commands.executeCommand('workflowTasks.draft.complete');
    await eventually('its tab to close', () => !hasTab(document));
    assert.deepEqual((await serverTask(mock.conductorUrl, task)).outputData, { whole: 2 });
  });

  it('offers and explains what later tasks read, and warns where it is missing', async () => {
    const task = await plant('documents', mock.conductorUrl, 'review', {
      after: { decision: '${review.output.approval.by}' },
    });
    const document = await openOutput(task);
    await typeInto(document, '{}');

    const missing = 'afterwards reads approval.by: it will be null.';
    await eventually('a warning', () => squiggles(document).includes(missing));
    assert.deepEqual(await labelsAt(document, 1), ['approval']);
    await typeInto(document, '{ "approval": { "by": null } }');
    await eventually('no warning', () => squiggles(document).length === 0);
    assert.match(await hoverAt(document, 4), /Read by.*afterwards/);
  });
});
