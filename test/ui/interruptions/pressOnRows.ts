import type { Locator } from 'playwright-core';
import { press } from '../harness/actions.ts';
import { setEditorText } from '../harness/editor.ts';
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

/**
 * Brings a task's output document to the front. Not by a key where it is there already: the editor
 * would take the focus at some later moment.
 */
export async function openOutput(workbench: Workbench, task: string): Promise<void> {
  const inFront = ownTab(workbench, titleOf(task)).and(workbench.page.locator('.active'));
  if (await inFront.isVisible()) return inFront.click();
  await pressOnRows(workbench, [task], 'e', inFront);
}

/** The same, and types. */
export async function typeOutput(workbench: Workbench, task: string, text: string): Promise<void> {
  await openOutput(workbench, task);
  await setEditorText(workbench, text);
}

/** Saves what is in front: the draft, not the task. */
export async function save(workbench: Workbench, title: string): Promise<void> {
  await press(workbench, 'ControlOrMeta+s');
  await ownTab(workbench, title).and(workbench.page.locator(':not(.dirty)')).waitFor();
}

/** Not that of a merge into the document, nor of a comparison with it. */
export function ownTab({ page }: Workbench, title: string): Locator {
  return page.locator(`.tabs-container .tab[aria-label^="${title}"]`);
}
