import { press } from './actions.ts';
import { dialog } from './messages.ts';
import { quickInput, reloadWindow } from './quickInput.ts';
import type { Workbench } from './workbench.ts';

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
      // Whatever is open would take the keys.
      await workbench.page.keyboard.press('Escape');
      await dialog(workbench).waitFor({ state: 'detached' });
      return reloadWindow(workbench);
    case 'window crash':
      return workbench.crash();
  }
}
