import { job, press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { statusItem } from './harness/statusBar.ts';
import { focusRow, row, rowMatching } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';
import type { Workbench } from './harness/workbench.ts';

const chords = { settings: { 'workflowTasks.singleKeys': false } };

const completes = async (workbench: Workbench) => {
  await startDemo(workbench);
  const first = row(workbench, 'Waiting', 'cooling_off');
  const second = row(workbench, 'Waiting', 'approve_equipment');
  await focusRow(first);

  await job(workbench, 'complete a waiting task by keyboard', 3, async () => {
    await press(workbench, 'ArrowDown');
    await press(workbench, 'ControlOrMeta+k');
    await press(workbench, 'c');
    await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
  });
  await second.waitFor({ state: 'detached' });
  await first.waitFor();
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/).waitFor();
};

uiTest('a waiting task is completed by keyboard', completes, chords);
