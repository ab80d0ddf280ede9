import { press } from './actions.ts';
import { dialog } from './messages.ts';
import { quickInput } from './quickInput.ts';
import type { Key, Workbench } from './workbench.ts';

/** What may happen to a person at any moment. */
export type Interruption = 'Esc' | 'host crash' | 'reload' | 'window crash';

export const interruptions: readonly Interruption[] = [
  'Esc',
  'host crash',
  'window crash',
  'reload',
];

export async function interrupt(workbench: Workbench, what: Interruption): Promise<void> {
  switch (what) {
    case 'Esc':
      await press(workbench, 'Escape');
      await quickInput(workbench).waitFor({ state: 'hidden' });
      await dialog(workbench).waitFor({ state: 'detached' });
      return;
    case 'host crash':
      await workbench.killExtensionHost();
      // VS Code leaves the dialog of an extension that is gone on screen; a person closes it.
      if (await dialog(workbench).isVisible()) await press(workbench, 'Escape');
      await dialog(workbench).waitFor({ state: 'detached' });
      return;
    case 'reload':
      return reload(workbench);
    case 'window crash':
      return workbench.crash();
  }
}

/** The palette would close what is open: a reload comes by a key, which the window has to have. */
export const reloadKey: Key = {
  key: 'ctrl+alt+f9',
  command: 'workbench.action.reloadWindow',
};

async function reload(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  // A dialog takes every key.
  if (await dialog(workbench).isVisible()) await press(workbench, 'Escape');
  await dialog(workbench).waitFor({ state: 'detached' });
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Control+Alt+F9')]);
  await page.locator('.activitybar [aria-label^="Workflow Tasks"]').first().waitFor();
}
