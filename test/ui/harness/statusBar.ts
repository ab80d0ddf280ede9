import type { Locator } from 'playwright-core';
import { click } from './actions.ts';
import type { Workbench } from './workbench.ts';

/** A status bar item of the extension whose text matches. */
export function statusItem(workbench: Workbench, text: RegExp | string): Locator {
  return workbench.page.locator('.statusbar-item[id^="workflow-tasks."]', { hasText: text });
}

/** The texts of all status bar items of the extension. */
export async function statusTexts(workbench: Workbench): Promise<readonly string[]> {
  const items = workbench.page.locator('.statusbar-item[id^="workflow-tasks."]');
  return (await items.allTextContents()).map((text) => text.trim());
}

/** Clicks a status bar item; one action. */
export async function clickStatusItem(workbench: Workbench, text: RegExp | string): Promise<void> {
  await click(workbench, statusItem(workbench, text).locator('a').first());
}
