import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** Clicks; one action. */
export async function click(workbench: Workbench, target: Locator): Promise<void> {
  workbench.actions.count += 1;
  await target.click();
}

/** Presses a key or a chord ("Enter", "Control+Shift+P"); one action. */
export async function press(workbench: Workbench, key: string): Promise<void> {
  workbench.actions.count += 1;
  await workbench.page.keyboard.press(key);
}

/** Types text where the focus is; typing is no action. */
export async function type(workbench: Workbench, text: string): Promise<void> {
  await workbench.page.keyboard.type(text);
}

/**
 * Does a person's job, counts its actions, prints `ACTIONS <job>: <count> of <limit>` and fails
 * where it took more than `limit`.
 */
export async function job(
  workbench: Workbench,
  name: string,
  limit: number,
  steps: () => Promise<void>,
): Promise<void> {
  const before = workbench.actions.count;
  await steps();
  const count = workbench.actions.count - before;
  console.log(`ACTIONS ${name}: ${count} of ${limit}`);
  assert.ok(count > 0 && count <= limit, `${name} took ${count} actions of ${limit}`);
}
