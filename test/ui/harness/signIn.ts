import { press } from './actions.ts';
import { fillInput, pickByTyping, quickInput, runCommand, waitForStep } from './quickInput.ts';
import type { Workbench } from './workbench.ts';

/** Signs in to a saved connection of that name with the token that the mock servers know. */
export async function signIn(workbench: Workbench, connection: string): Promise<void> {
  await runCommand(workbench, 'Workflow Tasks: Sign In…');
  await pickByTyping(workbench, connection);
  await waitForStep(workbench, `${connection}: `);
  await fillInput(workbench, 'demo');
  await press(workbench, 'Enter');
  await quickInput(workbench).waitFor({ state: 'hidden' });
}
