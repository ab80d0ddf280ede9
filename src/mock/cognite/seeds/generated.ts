import type { Machine } from '../machine.ts';
import { play, plantWorkflow } from './plant.ts';

const workflows = 20;
// Every execution is held in memory; beyond this a person would wait for the start.
const most = 20_000;

/** Fills a project with executions of small workflows, a minute apart, all in order of time. */
export function plantGenerated(machine: Machine, count: number): void {
  const names = Array.from({ length: workflows }, (_none, index) => `generated-${index + 1}`);
  for (const externalId of names) {
    plantWorkflow(
      machine,
      {
        externalId,
        description: 'Made by the mock',
        version: '1',
        tasks: [
          { externalId: 'prepare', type: 'cdf', parameters: { cdfRequest: { method: 'GET' } } },
          {
            externalId: 'confirm',
            type: 'function',
            parameters: { function: { externalId: 'fn-confirm' }, isAsyncComplete: true },
            dependsOn: [{ externalId: 'prepare' }],
            timeout: 43_200,
          },
        ],
      },
      30,
    );
  }
  const total = Math.min(count, most);
  for (let index = 0; index < total; index++) {
    const isOpen = index >= total - 100;
    play(machine, {
      workflow: names[index % workflows] ?? '',
      version: '1',
      minutesAgo: total - index + 1,
      input: { number: index },
      metadata: {},
      steps: isOpen ? [] : [{ at: 0.5, update: 'confirm' }],
    });
  }
}
