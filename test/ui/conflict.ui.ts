import assert from 'node:assert/strict';
import { press } from './harness/actions.ts';
import { clickEditorAction, setEditorText, tab } from './harness/editor.ts';
import { setElsewhere } from './harness/elsewhere.ts';
import { clickNotificationButton, notificationTexts, notifications } from './harness/messages.ts';
import { mockTest } from './harness/mockTest.ts';
import { screenshot } from './harness/screenshot.ts';
import { openSideBar } from './harness/sideBar.ts';
import { statusItem } from './harness/statusBar.ts';
import { clickRowButton, row, rowMatching } from './harness/tree.ts';

const name = 'approve_equipment';
const big = '12345678901234567890';

mockTest('an output that changed meanwhile is merged, not overwritten', async (workbench, mock) => {
  const { page } = workbench;
  await setElsewhere(mock, name, 'IN_PROGRESS', '{"amount":1200,"note":"laptop","by":"Ann"}');
  await openSideBar(workbench);
  await clickRowButton(workbench, row(workbench, 'Waiting', name), 'Edit Output');
  await tab(workbench, name).waitFor();
  await setEditorText(
    workbench,
    `{\n  // asked twice\n  "amount": ${big},\n  "note": "žluťoučký kůň",\n  "by": "Ann"\n}\n`,
  );
  await press(workbench, 'ControlOrMeta+s');
  await setElsewhere(mock, name, 'IN_PROGRESS', '{"amount":1300,"by":"Bob","cc":"Eve"}');
  await mock.clearRequests();

  await clickEditorAction(workbench, 'Complete Task with This Output');
  await page.locator('.merge-editor').waitFor();
  await notifications(workbench).first().waitFor();
  const [told] = await notificationTexts(workbench);
  assert.match(told ?? '', /Nothing was sent .* Both of you changed amount: yours stands/);
  await screenshot(workbench, 'merge', { x: 343, y: 36, width: 837, height: 560 });
  assert.deepEqual(
    (await mock.requests()).filter(({ method }) => method !== 'GET'),
    [],
  );

  await clickNotificationButton(workbench, 'Complete Task');
  await statusItem(workbench, `${name} is COMPLETED (confirmed)`).waitFor();
  await page.locator('.merge-editor').waitFor({ state: 'detached' });
  await tab(workbench, name).waitFor({ state: 'detached' });
  const sent = (await mock.requests()).filter(({ method }) => method !== 'GET');
  assert.equal(sent.length, 1);
  const body = sent[0]?.body ?? '';
  assert.match(body, new RegExp(`"amount":${big}`));
  assert.match(body, /žluťoučký kůň/);
  assert.match(body, /"by":"Bob"/);
  await rowMatching(workbench, 'Updates', /^approve_equipment, COMPLETED · confirmed/).waitFor();
});
