import { press } from './actions.ts';
import { fillInput, pickByTyping, runCommand, waitForStep } from './quickInput.ts';
import type { Workbench } from './workbench.ts';

/** Signs in to a saved connection of that name; a mock server takes any token. */
export async function signIn(workbench: Workbench, connection: string): Promise<void> {
  await runCommand(workbench, 'Workflow Tasks: Sign In…');
  await pickByTyping(workbench, connection);
  await waitForStep(workbench, `${connection}: `);
  await fillInput(workbench, 'any-token-will-do');
  await press(workbench, 'Enter');
}
