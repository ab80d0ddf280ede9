import { press } from './actions.ts';
import { fillInput, quickInput, runCommand } from './quickInput.ts';
import type { Workbench } from './workbench.ts';

/** Calls VS Code with a link, as a browser does. */
export async function openLink(workbench: Workbench, link: string): Promise<void> {
  await runCommand(workbench, 'Developer: Open URL');
  await quickInput(workbench).locator('.quick-input-filter input').waitFor();
  await fillInput(workbench, link);
  await press(workbench, 'Enter');
}

/** VS Code asks first whether an extension may open a link; here the person has agreed before. */
export const agreedToLinks = {
  'extensions.confirmedUriHandlerExtensionIds': ['workflow-tasks.workflow-tasks'],
};
