import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import { until } from '../../support/until.ts';
import { answerHeld, neverArrives } from '../../support/gate.ts';
import { hasTab, outputUri } from '../documents.ts';
import { eventually } from '../eventually.ts';
import { extension } from '../extension.ts';
import { draftFiles, inFlightFiles, journalFiles } from '../files.ts';
import { gateRecord, gateUpdates, holdReads } from '../gateRecord.ts';

// Nobody but the window that was closed could have sent these: it takes a minute to be sure.
const settledWithinMs = 90_000;

describe('returning after a window was closed in the middle of a send', function () {
  this.timeout(settledWithinMs);
  const settled = (name: string): Promise<JournalEntry> =>
    until(
      `the outcome of ${name}`,
      async () => journalFiles().find(({ taskName }) => taskName === name),
      settledWithinMs,
    );
  const updatesOf = async (name: string) =>
    (await gateUpdates()).filter((request) => request.includes(name));
  const draftOf = (name: string) => draftFiles().find(({ taskName }) => taskName === name);

  before(async () => {
    const { held, abandoned } = await gateRecord();
    assert.deepEqual({ held, abandoned }, { held: 0, abandoned: 2 }, 'the old window is at it yet');
    await extension().activate();
  });

  it('closes the document of what was applied, once that is proven', async () => {
    const document = await openDraft(answerHeld);
    assert.equal(document.getText(), `{ "approvedBy": "me" } // ${answerHeld}\n`);
    assert.equal(hasTab(document), true);

    await holdReads('');

    await settled(answerHeld);
    await eventually('its tab to close', () => !hasTab(document));
  });

  it('confirms by reading what was applied, and sends nothing', async () => {
    const { outcome, tries } = await settled(answerHeld);

    assert.equal(outcome?.kind, 'confirmed');
    assert.equal(outcome.after.status, 'COMPLETED');
    assert.deepEqual(outcome.after.output, { approvedBy: 'me' });
    assert.deepEqual(tries, []);
    assert.equal((await updatesOf(answerHeld)).length, 1);
    await eventually('its draft to go', () => draftOf(answerHeld) === undefined);
  });

  it('says that what left no trace is unknown, sends nothing, and keeps the draft', async () => {
    const { outcome } = await settled(neverArrives);

    assert.equal(outcome?.kind, 'unknown');
    assert.match(outcome.detail, /still shows IN_PROGRESS/);
    assert.equal(outcome.after?.status, 'IN_PROGRESS');
    assert.equal((await updatesOf(neverArrives)).length, 1);
    assert.equal(draftOf(neverArrives)?.text, `{ "approvedBy": "me" } // ${neverArrives}\n`);
    await eventually('nothing in flight', () => inFlightFiles().length === 0);
  });
});

/** Opens the document of a draft as VS Code restores a tab: without reading the task first. */
async function openDraft(name: string): Promise<vscode.TextDocument> {
  const draft = draftFiles().find(({ taskName }) => taskName === name);
  assert.ok(draft, `no draft of ${name}`);
  return (await vscode.window.showTextDocument(outputUri(draft), { preview: false })).document;
}
