import type { Locator } from 'playwright-core';
import { click } from './actions.ts';
import type { Workbench } from './workbench.ts';

/** The notifications on screen. */
export function notifications(workbench: Workbench): Locator {
  return workbench.page.locator('.notifications-toasts .notification-list-item');
}

export async function notificationTexts(workbench: Workbench): Promise<readonly string[]> {
  return await notifications(workbench)
    .locator('.notification-list-item-message')
    .allTextContents();
}

/** Clicks a notification's button; one action. */
export async function clickNotificationButton(workbench: Workbench, label: string): Promise<void> {
  await click(workbench, notifications(workbench).locator('a.monaco-button', { hasText: label }));
}

/** The modal dialog that is open. */
export function dialog(workbench: Workbench): Locator {
  return workbench.page.locator('.monaco-dialog-box');
}

/** The dialog's message and detail as one text. */
export async function dialogText(workbench: Workbench): Promise<string> {
  return (await dialog(workbench).locator('.dialog-message-container').textContent()) ?? '';
}

/** Clicks a dialog's button; one action. */
export async function clickDialogButton(workbench: Workbench, label: string): Promise<void> {
  const button = dialog(workbench).locator('a.monaco-button');
  await click(workbench, button.filter({ hasText: label }).first());
}
