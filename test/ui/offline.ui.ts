import { screenTest } from './harness/screenTest.ts';
import { startMock } from '../support/startMock.ts';
import { press } from './harness/actions.ts';
import { inWorkbench } from './harness/inWorkbench.ts';
import { connectionTo } from './harness/mockTest.ts';
import { openSideBar } from './harness/sideBar.ts';
import { clickRow, focusRow, row, rowMatching } from './harness/tree.ts';

const name = 'a server that went away comes back with "Try again"';

screenTest(name, async () => {
  const first = await startMock();
  const settings = { 'workflowTasks.connections': [connectionTo(first)] };
  const port = Number(new URL(first.conductorUrl).port);
  await inWorkbench(name, { settings }, async (workbench) => {
    await openSideBar(workbench);
    const workflow = row(workbench, 'Workflows', 'order_fulfilment');
    await workflow.waitFor();
    await first.close();
    await focusRow(row(workbench, 'Workflows', 'equipment_request'));
    await press(workbench, 'r');
    await rowMatching(workbench, 'Workflows', /cannot be reached/).waitFor();

    const second = await startMock({ port });
    try {
      await clickRow(workbench, row(workbench, 'Workflows', 'Try again'));
      await rowMatching(workbench, 'Workflows', /cannot be reached/).waitFor({
        state: 'detached',
      });
      await workflow.waitFor();
    } finally {
      await second.close();
    }
  });
});
