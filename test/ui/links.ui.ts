import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { startDemo } from './harness/demo.ts';
import { tab } from './harness/editor.ts';
import { agreedToLinks, openLink } from './harness/openLink.ts';
import { notificationTexts, notifications } from './harness/messages.ts';
import { choice, escape, pick, quickInput, waitForStep } from './harness/quickInput.ts';
import { screenshot } from './harness/screenshot.ts';
import { view } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { chooseFromMenu, clickRow, row, rowMatching, toggleRow } from './harness/tree.ts';
import { uiTest } from './harness/uiTest.ts';

const agreed = { settings: agreedToLinks };

uiTest(
  'a link opens its task, and another prefills its update',
  async (workbench) => {
    await startDemo(workbench);
    await chooseFromMenu(
      workbench,
      row(workbench, 'Waiting', 'approve_equipment'),
      'Copy Link to Task',
    );
    await statusItem(workbench, 'Copied the link to task approve_equipment').waitFor();
    const link = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(
      link,
      /^[\w-]+:\/\/workflow-tasks\.workflow-tasks\/task\?connection=demo:conductor&/,
    );

    await openLink(workbench, link);
    await view(workbench, 'Workflows')
      .locator('.monaco-list-row.selected', { hasText: 'approve_equipment' })
      .waitFor();
    await screenshot(workbench, 'links-task');

    const update = link.replace('/task?', '/update?');
    await openLink(workbench, `${update}&status=COMPLETED&output=~7B"approved":true~7D`);
    await waitForStep(workbench, 'From a link: approve_equipment on Demo: Conductor');
    await screenshot(workbench, 'links-update');
    await pick(workbench, 'Keep as Draft');
    await rowMatching(workbench, 'Updates', /^draft of approve_equipment/).waitFor();

    await clickRow(workbench, row(workbench, 'Waiting', 'approve_equipment'));
    await toggleRow(workbench, row(workbench, 'Waiting', 'cooling_off'));
    await press(workbench, 'c');
    await waitForStep(workbench, 'Complete 1 task');
    await quickInput(workbench).getByText('Its draft came from a link').waitFor();
    await screenshot(workbench, 'links-many');
    await escape(workbench);

    await openLink(workbench, `${update}&status=COMPLETED&output=~7B"approved":false~7D`);
    await waitForStep(workbench, 'You have a draft for approve_equipment already');
    await tab(workbench, 'your draft ↔ the link').waitFor();
    await screenshot(workbench, 'links-conflict');
    await pick(workbench, 'Keep My Draft');

    await openLink(workbench, `${update}&status=COMPLETED&output=~7B"approved":true~7D`);
    await waitForStep(workbench, 'From a link');
    await pick(workbench, 'Review and Send COMPLETED…');
    await choice(workbench, 'Do Not Send').waitFor();
    await workbench.page.locator('.view-line', { hasText: '"approved": true' }).first().waitFor();
    await press(workbench, 'Enter');
    await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
  },
  agreed,
);

uiTest(
  'a link to a server that is not connected is refused',
  async (workbench) => {
    await startDemo(workbench);
    const server = 'connection=demo:conductor&engine=conductor&url=https://evil.example';
    await openLink(workbench, `vscode://workflow-tasks.workflow-tasks/task?${server}&task=t`);

    await notifications(workbench).first().waitFor();
    assert.deepEqual(await notificationTexts(workbench), [
      'The link was not opened: no connection leads to https://evil.example. Add it first, if you trust it.',
    ]);
    await screenshot(workbench, 'links-refused');
  },
  agreed,
);
