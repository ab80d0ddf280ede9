import type { JsonObject } from '../../json.ts';
import { settle } from '../createMachine.ts';
import { readDefinition } from '../readDefinition.ts';
import type { Machine } from '../machine.ts';
import type { Execution, Version } from '../model.ts';
import { endExecution } from '../endExecution.ts';
import { startExecution } from '../startExecution.ts';

/** A workflow with the tasks of one version. */
export interface Planted {
  readonly externalId: string;
  readonly description: string;
  readonly version: string;
  readonly tasks: readonly JsonObject[];
}

/** One event of a story, `at` minutes after its start. */
export type Step =
  | {
      readonly at: number;
      /** The external id of a task that is in progress. */
      readonly update: string;
      readonly status?: 'COMPLETED' | 'FAILED' | 'FAILED_WITH_TERMINAL_ERROR';
      readonly output?: JsonObject;
    }
  | { readonly at: number; readonly cancel: string };

/** An execution and its events until now. */
export interface Story {
  readonly workflow: string;
  readonly version: string;
  readonly minutesAgo: number;
  readonly input: JsonObject;
  readonly metadata: JsonObject;
  readonly steps: readonly Step[];
}

const minute = 60_000;

/** Registers a version of a workflow as if it had happened some days ago. */
export function plantWorkflow(machine: Machine, planted: Planted, daysAgo: number): Version {
  const { store, clock } = machine;
  const { externalId, description, version: name } = planted;
  const at = clock.now() - daysAgo * 24 * 60 * minute;
  store.workflows.set(externalId, {
    externalId,
    description,
    dataSetId: undefined,
    dataDomainExternalId: undefined,
    maxConcurrentExecutions: undefined,
    createdTime: store.workflows.get(externalId)?.createdTime ?? at,
    lastUpdatedTime: at,
  });
  const version: Version = {
    workflowExternalId: externalId,
    version: name,
    definition: readDefinition({ description, tasks: [...planted.tasks] }),
    createdTime: at,
    lastUpdatedTime: at,
  };
  const versions = store.versions.get(externalId) ?? new Map<string, Version>();
  store.versions.set(externalId, versions.set(name, version));
  return version;
}

/** Plays a story with the clock at the time of each event. */
export function play(machine: Machine, story: Story): Execution {
  const { clock, store } = machine;
  const version = store.versions.get(story.workflow)?.get(story.version);
  if (version === undefined) throw new Error(`There is no workflow ${story.workflow}.`);
  const { input, metadata } = story;
  const startedAt = clock.now() - story.minutesAgo * minute;
  const execution = clock.pinned(startedAt, () =>
    startExecution(machine, version, { input, metadata }),
  );
  for (const step of story.steps) {
    clock.pinned(startedAt + step.at * minute, () => {
      settle(machine);
      take(machine, execution, step);
    });
  }
  settle(machine);
  return execution;
}

function take(machine: Machine, execution: Execution, step: Step): void {
  if ('cancel' in step) {
    endExecution(machine, execution, 'TERMINATED', step.cancel);
    return;
  }
  const { update, status = 'COMPLETED', output } = step;
  const run = execution.runs.findLast((one) => one.def.externalId === update);
  if (run?.status !== 'IN_PROGRESS') throw new Error(`The story has no open task ${update}.`);
  const ending = output === undefined ? { status } : { status, output };
  machine.finish({ execution, run }, ending);
}
