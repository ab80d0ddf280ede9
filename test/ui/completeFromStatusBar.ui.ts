import { job } from './harness/actions.ts';
import { hideSideBar, startDemo } from './harness/demo.ts';
import { pick } from './harness/quickInput.ts';
import { openSideBar } from './harness/sideBar.ts';
import { clickStatusItem, statusItem } from './harness/statusBar.ts';
import { chooseFromMenu, row, rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';

uiTest('the pinned task is completed from the status bar', async (workbench) => {
  await startDemo(workbench);
  const task = row(workbench, 'Waiting', 'approve_equipment');
  await chooseFromMenu(workbench, task, 'Pin Task to Status Bar');
  await statusItem(workbench, 'approve_equipment: IN_PROGRESS').waitFor();
  await hideSideBar(workbench);

  await job(workbench, 'complete the pinned task from the status bar', 2, async () => {
    await clickStatusItem(workbench, 'approve_equipment');
    await pick(workbench, 'Complete Task');
    await statusItem(workbench, 'approve_equipment: COMPLETED').waitFor();
  });
  await openSideBar(workbench);
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/).waitFor();
});
