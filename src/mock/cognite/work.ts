import { isObject, type JsonObject } from '../json.ts';
import type { Machine } from './machine.ts';
import type { Execution, TaskRun } from './model.ts';
import type { Behaviour } from './cogniteSettings.ts';

/** Simulates the function call, the transformation job, the request or the simulation of a task. */
export function work(machine: Machine, execution: Execution, run: TaskRun): void {
  const behaviour = behaviourOf(machine, run);
  const number = () => 1 + Math.floor(machine.random.next() * 9_000_000_000);
  run.output = outputAtStart(run, number);
  machine.due.set(machine.clock.now() + (behaviour.ms ?? machine.settings().workMs), () => {
    if (run.status !== 'IN_PROGRESS') return;
    if (run.attempt < (behaviour.failures ?? 0)) {
      const reason = behaviour.reason ?? 'The function call failed.';
      machine.finish({ execution, run }, { status: 'FAILED', reason });
      return;
    }
    const output = outputAtEnd(run, behaviour);
    // The call has returned, but the task stays open until somebody outside completes it.
    if (run.def.parameters['isAsyncComplete'] === true) run.output = { ...run.output, ...output };
    else machine.finish({ execution, run }, { status: 'COMPLETED', output });
  });
}

function behaviourOf(machine: Machine, run: TaskRun): Behaviour {
  const part = run.input[run.def.type];
  const id = isObject(part) ? (part['externalId'] ?? part['routineExternalId']) : undefined;
  const { behaviours } = machine.settings();
  return typeof id === 'string' && Object.hasOwn(behaviours, id) ? (behaviours[id] ?? {}) : {};
}

function outputAtStart(run: TaskRun, number: () => number): JsonObject {
  switch (run.def.type) {
    case 'function':
      return { callId: number(), functionId: number(), response: null };
    case 'transformation':
      return { jobId: number() };
    case 'simulation':
      return { runId: number(), logId: number(), statusMessage: null };
    default:
      return {};
  }
}

function outputAtEnd(run: TaskRun, behaviour: Behaviour): JsonObject {
  switch (run.def.type) {
    case 'function':
      return { response: isObject(behaviour.response) ? behaviour.response : {} };
    case 'cdf':
      return { statusCode: 200, response: { items: [] } };
    case 'simulation':
      return { statusMessage: 'Simulation run completed' };
    default:
      return {};
  }
}
