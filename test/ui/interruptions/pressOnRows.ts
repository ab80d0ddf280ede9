import type { Locator } from 'playwright-core';
import { press } from '../harness/actions.ts';
import { setEditorText, tab } from '../harness/editor.ts';
import { openSideBar } from '../harness/sideBar.ts';
import { focusRow, row, toggleRow } from '../harness/tree.ts';
import type { Workbench } from '../harness/workbench.ts';

const mostPresses = 5;
const shownWithinMs = 5_000;

/**
 * Selects these waiting tasks and presses a key on them until it shows; a host that has just begun
 * anew may miss it.
 */
export async function pressOnRows(
  workbench: Workbench,
  [first, ...others]: readonly [string, ...string[]],
  key: string,
  shown: Locator,
): Promise<void> {
  await openSideBar(workbench);
  for (let presses = 1; ; presses += 1) {
    await focusRow(row(workbench, 'Waiting', first));
    for (const other of others) await toggleRow(workbench, row(workbench, 'Waiting', other));
    await press(workbench, key);
    try {
      return await shown.waitFor({ timeout: shownWithinMs });
    } catch (error) {
      if (presses === mostPresses) throw error;
    }
  }
}

/** The tab of a task's output document. */
export function titleOf(task: string): string {
  return `${task}.output.jsonc`;
}

/** Opens the output document of these tasks, and types. */
export async function typeOutput(
  workbench: Workbench,
  tasks: readonly [string, ...string[]],
  text: string,
): Promise<void> {
  await pressOnRows(workbench, tasks, 'e', tab(workbench, titleOf(tasks[0])));
  await setEditorText(workbench, text);
}

/** Saves what is in front: the draft, not the task. */
export async function save(workbench: Workbench, title: string): Promise<void> {
  await press(workbench, 'ControlOrMeta+s');
  await tab(workbench, title).and(workbench.page.locator(':not(.dirty)')).waitFor();
}
