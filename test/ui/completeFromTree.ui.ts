import assert from 'node:assert/strict';
import { job } from './harness/actions.ts';
import { hideSideBar, startDemo } from './harness/demo.ts';
import { openSideBar } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, expandRow, row, rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';

uiTest('a waiting task is completed from the tree', async (workbench) => {
  await startDemo(workbench);
  await hideSideBar(workbench);
  const waiting = row(workbench, 'Waiting', 'approve_equipment');
  await job(workbench, 'complete a waiting task from the tree', 2, async () => {
    await openSideBar(workbench);
    await clickRowButton(workbench, waiting, 'Complete Task');
    await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
  });
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/).waitFor();
  await waiting.waitFor({ state: 'detached' });

  await expandRow(workbench, row(workbench, 'Workflows', 'order_fulfilment'));
  await expandRow(workbench, row(workbench, 'Workflows', 'A-1052'));
  const task = row(workbench, 'Workflows', 'pack_check');
  await task.waitFor();
  await job(workbench, 'complete a task of an open execution', 1, async () => {
    await clickRowButton(workbench, task, 'Complete Task');
    await rowMatching(workbench, 'Workflows', /^task pack_check, .*confirmed/).waitFor();
  });
  await rowMatching(workbench, 'Updates', /^pack_check, COMPLETED · confirmed/).waitFor();
  assert.equal(await task.locator('.actions .action-label[aria-label^="Complete"]').count(), 0);
});
