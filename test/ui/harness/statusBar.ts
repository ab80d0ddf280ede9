import type { Locator } from 'playwright-core';
import { click } from './actions.ts';
import type { Workbench } from './workbench.ts';

/** The extension's items, and the message that it shows for a moment. */
const ours = '.statusbar-item:is([id^="workflow-tasks."], [id="status.extensionMessage"])';

/** A status bar item or message of the extension whose text matches. */
export function statusItem(workbench: Workbench, text: RegExp | string): Locator {
  return workbench.page.locator(ours, { hasText: text });
}

/** The texts of all of them. */
export async function statusTexts(workbench: Workbench): Promise<readonly string[]> {
  return (await workbench.page.locator(ours).allTextContents()).map((text) => text.trim());
}

/** Clicks a status bar item; one action. */
export async function clickStatusItem(workbench: Workbench, text: RegExp | string): Promise<void> {
  await click(workbench, statusItem(workbench, text).locator('a').first());
}

/** Waits until the status bar counts as many problems as that. */
export async function problems(
  { page }: Workbench,
  { errors, warnings }: { readonly errors: number; readonly warnings: number },
): Promise<void> {
  const counts = new RegExp(`^\\s*${errors}\\s+${warnings}\\s*$`);
  await page.locator('[id="status.problems"]', { hasText: counts }).waitFor();
}
