import assert from 'node:assert/strict';
import { startMock } from '../support/startMock.ts';
import { press } from './harness/actions.ts';
import { clickEditorAction, setEditorText, tab } from './harness/editor.ts';
import { inWorkbench } from './harness/inWorkbench.ts';
import { keptTexts } from './harness/keptTexts.ts';
import { clickNotificationButton, notificationTexts, notifications } from './harness/messages.ts';
import { connectionTo } from './harness/mockTest.ts';
import { screenshot } from './harness/screenshot.ts';
import { screenTest } from './harness/screenTest.ts';
import { openSideBar } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRow, clickRowButton, focusRow, row, rowMatching } from './harness/tree.ts';

const name = 'a server that went away comes back with "Try again"';
const task = 'approve_equipment';

screenTest(name, async () => {
  const first = await startMock();
  const settings = { 'workflowTasks.connections': [connectionTo(first)] };
  const port = Number(new URL(first.conductorUrl).port);
  await inWorkbench(name, { settings }, async (workbench) => {
    await openSideBar(workbench);
    const workflow = row(workbench, 'Workflows', 'order_fulfilment');
    await workflow.waitFor();
    await clickRowButton(workbench, row(workbench, 'Waiting', task), 'Edit Output');
    await tab(workbench, task).waitFor();
    await setEditorText(workbench, '{ "typed": "before it went" }');
    await first.close();
    await clickEditorAction(workbench, 'Complete Task');
    await notifications(workbench).first().waitFor();
    assert.match(
      (await notificationTexts(workbench)).join(),
      /^Nothing was sent to approve_equipment\. The server cannot be reached: .* The draft is kept\.$/,
    );
    assert.match(keptTexts(workbench, 'drafts').join(), /before it went/);
    await screenshot(workbench, 'offline');

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
      await clickNotificationButton(workbench, 'Try Again');
      await statusItem(workbench, `${task} is COMPLETED (confirmed)`).waitFor();
      assert.match((await second.requests()).map(({ body }) => body).join(), /before it went/);
    } finally {
      await second.close();
    }
  });
});
