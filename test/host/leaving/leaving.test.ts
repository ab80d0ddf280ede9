import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerHeld, neverArrives } from '../../support/gate.ts';
import { openOutput, typeInto } from '../documents.ts';
import { eventually } from '../eventually.ts';
import { draftFiles, inFlightFiles } from '../files.ts';
import { gateRecord, gateUpdates, gateUrl, holdReads } from '../gateRecord.ts';
import { conductorConnection, connect, plant } from '../scene.ts';

// The last file of the suite: VS Code is closed after it, while both updates are on their way.
describe('leaving in the middle of a send', () => {
  before(() => connect([conductorConnection('gate', gateUrl())]));

  for (const [index, name] of [answerHeld, neverArrives].entries()) {
    it(`has the update of ${name} in the journal, and its draft, while no answer comes`, async () => {
      const task = await plant('gate', `${gateUrl()}/api`, name);
      const document = await openOutput(task);
      await typeInto(document, `{ "approvedBy": "me" } // ${name}\n`);

      void vscode.commands.executeCommand('workflowTasks.draft.complete');

      await eventually('the update to hang', async () => (await gateRecord()).held === index + 1);
      assert.equal((await gateUpdates()).filter((request) => request.includes(name)).length, 1);
      const entry = inFlightFiles().find(({ ref }) => ref.task === task.id);
      assert.equal(entry?.update.status, 'COMPLETED');
      assert.equal(entry.outcome, undefined);
      const draft = draftFiles().find(({ ref }) => ref.task === task.id);
      assert.equal(draft?.text, `{ "approvedBy": "me" } // ${name}\n`);
      // The next window proves this one by its first read: its document is to be open by then.
      if (name === answerHeld) await holdReads(`/api/tasks/${task.id}`);
    });
  }
});
