import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { press, type } from './harness/actions.ts';
import { notifications } from './harness/messages.ts';
import { mockTest, writes } from './harness/mockTest.ts';
import { quickInput } from './harness/quickInput.ts';
import { makeRoomForWaiting, openSideBar, view } from './harness/sideBar.ts';
import { screenshot } from './harness/screenshot.ts';
import { statusItem } from './harness/statusBar.ts';
import { focusRow, row, rowButton, rows } from './harness/tree.ts';
import type { Workbench } from './harness/workbench.ts';

const defaultKeys = {
  'workflowTasks.singleKeys': false,
  // A slow machine needs its time between two keys.
  'workflowTasks.takeBackSeconds': 10,
};

mockTest(
  'typing a name finds its row and sends nothing',
  async (workbench, mock) => {
    await openSideBar(workbench);
    await makeRoomForWaiting(workbench);
    await row(workbench, 'Waiting', 'approve_equipment').waitFor();
    const shown = await rows(workbench, 'Waiting');
    const names = new Set(shown.filter(({ level }) => level === 2).map(({ label }) => label));
    assert.ok(names.size >= 4, [...names].join());
    await focusRow(row(workbench, 'Waiting', 'approve_equipment'));
    for (const name of names) await findByTyping(workbench, name);
    assert.deepEqual(await writes(mock), []);
    assert.equal(await notifications(workbench).count(), 0);
  },
  undefined,
  defaultKeys,
);

mockTest(
  'five quick clicks on one spot send one update, to the first task',
  async (workbench, mock) => {
    await openSideBar(workbench);
    await makeRoomForWaiting(workbench);
    for (const [index, task] of ['cooling_off', 'approve_equipment'].entries()) {
      const target = row(workbench, 'Waiting', task);
      const spot = await middleOf(await rowButton(target, 'Complete Task'));
      await screenshot(workbench, `gestures-buttons-${index}`);
      for (let click = 0; click < 5; click += 1) {
        await workbench.page.mouse.click(spot.x, spot.y, { delay: 20 });
      }
      await target.waitFor({ state: 'detached' });
      const sent = (await mock.requests()).filter(({ method }) => method === 'POST');
      assert.equal(sent.length, index + 1);
      assert.match(`${sent.at(-1)?.path} ${String(sent.at(-1)?.body)}`, new RegExp(task));
      assert.equal(await quickInput(workbench).count(), 0);
    }
    assert.equal(await notifications(workbench).count(), 0);
  },
);

mockTest('the buttons of all rows stand in the same columns', async (workbench) => {
  await openSideBar(workbench);
  await makeRoomForWaiting(workbench);
  await row(workbench, 'Waiting', 'pack_check').waitFor();
  const before = await columnsOf(workbench);
  const button = await rowButton(row(workbench, 'Waiting', 'pack_check'), 'Complete Task');
  await button.dblclick();
  await statusItem(workbench, 'pack_check is COMPLETED (confirmed)').waitFor();
  await row(workbench, 'Waiting', 'pack_check').waitFor({ state: 'detached' });
  assert.equal(await notifications(workbench).count(), 0);
  const after = await columnsOf(workbench);
  const columns = [...before, ...after].map((edges) => edges.join());
  assert.ok(before.length >= 4 && after.length >= 4);
  assert.deepEqual([...new Set(columns)], [before[0]?.join()]);
  assert.equal(before[0]?.length, 4);
});

mockTest(
  'what a key sends can be taken back',
  async (workbench, mock) => {
    await openSideBar(workbench);
    await focusRow(row(workbench, 'Waiting', 'approve_equipment'));
    await press(workbench, 'ControlOrMeta+k');
    await press(workbench, 'c');
    await notifications(workbench).filter({ hasText: 'goes to approve_equipment' }).waitFor();
    await screenshot(workbench, 'gestures-take-back');
    await press(workbench, 'ControlOrMeta+z');
    await statusItem(workbench, 'Taken back: nothing was sent to approve_equipment').waitFor();
    await notifications(workbench).first().waitFor({ state: 'detached' });
    assert.deepEqual(await writes(mock), []);

    await press(workbench, 'ControlOrMeta+k');
    await press(workbench, 'c');
    await statusItem(workbench, 'approve_equipment is COMPLETED (confirmed)').waitFor();
    assert.equal((await writes(mock)).length, 1);
  },
  undefined,
  defaultKeys,
);

/** Types until the row has the focus: VS Code forgets typed letters only after a pause. */
async function findByTyping(workbench: Workbench, name: string): Promise<void> {
  const focused = view(workbench, 'Waiting').locator('.monaco-list-row.focused .label-name');
  const found = focused.getByText(name, { exact: true });
  for (let attempt = 1; ; attempt += 1) {
    await type(workbench, name);
    try {
      await found.waitFor({ timeout: 2000 });
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** The left edges of the buttons of each waiting task, blank ones included. */
async function columnsOf(workbench: Workbench): Promise<readonly (readonly number[])[]> {
  const columns: number[][] = [];
  for (const { level, label } of await rows(workbench, 'Waiting')) {
    if (level !== 2) continue;
    const target = row(workbench, 'Waiting', label);
    await target.hover();
    const buttons = await target.locator('.actions .action-item').all();
    const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
    columns.push(boxes.map((box) => Math.round(box?.x ?? -1)));
  }
  return columns;
}

async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
