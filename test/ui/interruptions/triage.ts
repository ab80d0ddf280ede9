import { choice, runCommand, waitForStep } from '../harness/quickInput.ts';
import type { Flow } from './flow.ts';

/** What its picks lead to is interrupted in the other flows. */
export const triage: Flow = {
  name: 'triage',
  steps: [
    {
      name: 'box',
      holds: 'nothing',
      go: async ({ workbench }) => {
        await runCommand(workbench, 'Workflow Tasks: Triage Waiting Tasks…');
        await waitForStep(workbench, /Triage 1 of \d+: /);
        await choice(workbench, 'Skip').waitFor();
      },
    },
  ],
};
