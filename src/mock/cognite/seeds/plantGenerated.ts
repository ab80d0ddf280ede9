import { settle } from '../createMachine.ts';
import type { Generated } from '../generated.ts';
import type { Machine } from '../machine.ts';
import type { ExecutionSummary, Version } from '../model.ts';
import { startExecution } from '../startExecution.ts';
import { plantWorkflow } from './plantWorkflow.ts';

const workflows = 20;
const minute = 60_000;
// This many of the newest executions wait for somebody; every tenth of the others has failed.
const openCount = 100;
const failedEvery = 10;

const tasks = [
  { externalId: 'prepare', type: 'cdf', parameters: { cdfRequest: { method: 'GET' } } },
  {
    externalId: 'confirm',
    type: 'function',
    parameters: { function: { externalId: 'fn-confirm' }, isAsyncComplete: true },
    dependsOn: [{ externalId: 'prepare' }],
    retries: 0,
    timeout: 43_200,
  },
];

/** Fills a project with executions of small workflows; the newest is a minute old. */
export function plantGenerated(machine: Machine, count: number): void {
  const versions = Array.from({ length: workflows }, (_none, index) =>
    plantWorkflow(
      machine,
      {
        externalId: `generated-${String(index + 1).padStart(2, '0')}`,
        description: 'Made by the mock',
        version: '1',
        tasks,
      },
      30,
    ),
  );
  machine.store.generated = createGenerated(machine, versions, count);
}

function createGenerated(machine: Machine, versions: readonly Version[], count: number): Generated {
  const end = machine.clock.now();
  // With many executions the interval shrinks: the API keeps only three months.
  const step = Math.min(minute, (80 * 24 * 60 * minute) / Math.max(count, 1));
  const createdAt = (index: number) => Math.floor(end - minute - (count - 1 - index) * step);
  const statusOf = (index: number) =>
    index >= count - openCount ? 'RUNNING' : index % failedEvery === 0 ? 'FAILED' : 'COMPLETED';
  const versionOf = (index: number) => versions[index % versions.length];

  return {
    count,
    indexOf(id) {
      const digits = /^[\da-f]{8}-0000-4000-8000-([\da-f]{12})$/.exec(id)?.[1];
      const index = digits === undefined ? count : Number.parseInt(digits, 16);
      return index < count ? index : undefined;
    },
    summary: (index) => summaryOf(index, createdAt(index), statusOf(index), versionOf(index)),
    make(index) {
      const version = versionOf(index);
      if (version === undefined) return;
      let part = 0;
      machine.withIds(
        () => idOf(index, part++),
        () => {
          const startedAt = createdAt(index);
          const execution = machine.clock.pinned(startedAt, () =>
            startExecution(machine, version, { metadata: { number: index } }),
          );
          machine.clock.pinned(startedAt + minute / 2, () => {
            settle(machine);
            const status = statusOf(index);
            const run = execution.runs.at(-1);
            if (status === 'RUNNING' || run === undefined) return;
            machine.finish({ execution, run }, { status });
          });
        },
      );
      settle(machine);
    },
  };
}

function summaryOf(
  index: number,
  createdTime: number,
  status: ExecutionSummary['status'],
  version: Version | undefined,
): ExecutionSummary {
  const isOver = status !== 'RUNNING';
  return {
    id: idOf(index, 0),
    engineExecutionId: idOf(index, 1),
    workflowExternalId: version?.workflowExternalId ?? '',
    version: version?.version ?? '',
    status,
    metadata: { number: index },
    createdTime,
    startTime: createdTime,
    endTime: isOver ? createdTime + minute / 2 : undefined,
    reason: status === 'FAILED' ? 'Task confirm ended with FAILED' : undefined,
  };
}

/**
 * The last digits are the execution's number; part 0 is the execution, the others are its tasks.
 */
function idOf(index: number, part: number): string {
  const head = (0xe0000000 + part).toString(16);
  return `${head}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}
