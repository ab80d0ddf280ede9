import assert from 'node:assert/strict';
import { job } from './harness/actions.ts';
import { clickDialogButton, dialog, dialogText } from './harness/messages.ts';
import { connectionTo, mockTest, writes } from './harness/mockTest.ts';
import { openSideBar, view } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, row, rows } from './harness/tree.ts';

mockTest(
  'production asks exactly once more',
  async (workbench, mock) => {
    await openSideBar(workbench);
    const task = row(workbench, 'Waiting', 'approve_equipment');
    await task.waitFor();
    await job(workbench, 'complete a waiting task of an open view on production', 2, async () => {
      await clickRowButton(workbench, task, 'Complete Task');
      await dialog(workbench).waitFor();
      assert.match(await dialogText(workbench), /Shop \(production\)/);
      assert.deepEqual(await writes(mock), []);
      await clickDialogButton(workbench, 'Complete Task');
      await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
    });
    assert.equal(await dialog(workbench).count(), 0);
    assert.equal((await writes(mock)).length, 1);
  },
  (mock) => [connectionTo(mock, { environment: 'production' })],
);

mockTest(
  'a read-only connection offers nothing that sends',
  async (workbench, mock) => {
    await openSideBar(workbench);
    const task = row(workbench, 'Waiting', 'approve_equipment');
    await task.waitFor();
    await task.hover();
    const buttons = view(workbench, 'Waiting').locator('.monaco-list .actions .action-label');
    assert.equal(await buttons.count(), 0);
    const [connection] = await rows(workbench, 'Workflows');
    assert.equal(connection?.description, 'production · read only');
    await task.click({ button: 'right' });
    const menu = workbench.page.locator('.monaco-menu .action-label');
    await menu.first().waitFor();
    const labels = (await menu.allTextContents()).filter((label) => label !== '');
    assert.deepEqual(labels, [
      'Pin Task to Status Bar',
      'Show Task',
      'Preview Task',
      'Copy Task ID',
      'Copy Link to Task',
    ]);
    assert.deepEqual(await writes(mock), []);
  },
  (mock) => [connectionTo(mock, { environment: 'production', readOnly: true })],
);
