import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { clickEditorAction, setEditorText, tab } from './harness/editor.ts';
import { clickNotificationButton, notifications } from './harness/messages.ts';
import { mockTest } from './harness/mockTest.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar } from './harness/sideBar.ts';
import { signIn } from './harness/signIn.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, row } from './harness/tree.ts';

const name = 'Refund of 480 € for order 88213';

mockTest(
  'an update that the engine refuses as a conflict is offered again in one step',
  async (workbench, mock) => {
    await signIn(workbench, 'Agents');
    await openSideBar(workbench);
    await clickRowButton(workbench, row(workbench, 'Waiting', name), 'Edit Output');
    await tab(workbench, name).waitFor();
    await setEditorText(workbench, 'Refunded by hand');
    await press(workbench, 'ControlOrMeta+s');
    await mock.clearRequests();
    const body = '{"detail":"Concurrent update conflict"}';
    await mock.setFaults({ method: 'PATCH', fault: { kind: 'status', status: 409, body } });

    await clickEditorAction(workbench, 'Complete Task');
    await notifications(workbench).filter({ hasText: 'Concurrent update conflict' }).waitFor();
    await screenshot(workbench, 'conflict-answer');
    await clickNotificationButton(workbench, 'Merge and Send Again…');
    // Nobody else had changed it: there is nothing to merge, nor to ask.
    await statusItem(workbench, 'is completed (confirmed)').waitFor();

    const sent = (await mock.requests()).filter(({ method }) => method === 'PATCH');
    assert.equal(sent.length, 2);
    assert.match(sent[1]?.body ?? '', /Refunded by hand/);
  },
  (mock) => [{ id: 'agents', name: 'Agents', engine: 'xpander', url: mock.xpanderUrl }],
);
