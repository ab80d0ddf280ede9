import { isObject, type Json, type JsonObject } from '../json.ts';
import { ApiError } from './apiError.ts';
import { readTasks } from './readDefinition.ts';
import type { Machine } from './machine.ts';
import type { Execution, Scope, TaskDef, TaskRun } from './model.ts';
import { resolveReferences } from './resolveReferences.ts';
import { work } from './work.ts';

export interface Start {
  readonly execution: Execution;
  readonly scope: Scope;
  readonly def: TaskDef;
  readonly attempt: number;
  /** The pause before a retry. */
  readonly afterMs?: number;
}

/** Creates an attempt of a task and starts it, now or after a pause. */
export function startTask(machine: Machine, start: Start): void {
  const { execution, scope, def, attempt, afterMs } = start;
  const run: TaskRun = {
    id: machine.newId(),
    def,
    scope,
    attempt,
    status: 'SCHEDULED',
    input: inputOf(machine, start),
    output: {},
    startTime: undefined,
    endTime: undefined,
    reason: undefined,
  };
  execution.runs.push(run);
  machine.store.tasks.set(run.id, { execution, run });
  if (afterMs === undefined) begin(machine, execution, run);
  else {
    machine.due.set(machine.clock.now() + afterMs, () => {
      if (run.status === 'SCHEDULED') begin(machine, execution, run);
    });
  }
}

function begin(machine: Machine, execution: Execution, run: TaskRun): void {
  const now = machine.clock.now();
  run.status = 'IN_PROGRESS';
  run.startTime = now;
  const call = run.input['function'];
  if (isObject(call)) {
    const data = isObject(call['data']) ? call['data'] : {};
    call['data'] = { ...data, cogniteOrchestrationTaskId: run.id };
  }
  machine.due.set(now + run.def.timeout * 1000, () => timeOut(machine, execution, run));
  if (run.def.type === 'dynamic' || run.def.type === 'subworkflow') {
    openContainer(machine, execution, run);
  } else work(machine, execution, run);
}

function timeOut(machine: Machine, execution: Execution, run: TaskRun): void {
  if (run.status !== 'IN_PROGRESS') return;
  const reason = `Task timed out after ${run.def.timeout} seconds`;
  machine.finish({ execution, run }, { status: 'TIMED_OUT', reason });
}

/** The tasks inside become a scope of their own. */
function openContainer(machine: Machine, execution: Execution, run: TaskRun): void {
  try {
    const tasks = tasksInside(machine, run);
    execution.scopes.push({ container: run, outer: run.scope, tasks });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    machine.finish({ execution, run }, { status: 'FAILED', reason: error.message });
    return;
  }
  // A dynamic task is done as soon as it has created its children, as real payloads show.
  if (run.def.type !== 'dynamic') return;
  run.status = 'COMPLETED';
  run.endTime = machine.clock.now();
}

function tasksInside(machine: Machine, run: TaskRun): readonly TaskDef[] {
  const inside = run.input[run.def.type];
  const { tasks, workflowExternalId, version } = isObject(inside) ? inside : {};
  if (typeof workflowExternalId === 'string' && typeof version === 'string') {
    const found = machine.store.versions.get(workflowExternalId)?.get(version);
    if (found !== undefined) return found.definition.tasks;
    throw new ApiError(404, `Version ${version} of workflow ${workflowExternalId} was not found.`);
  }
  return readTasks(tasks, `${run.def.externalId}.${run.def.type}.tasks`, true);
}

/** Parameters with resolved references; the async flag has the spelling of this server. */
function inputOf(machine: Machine, { execution, scope, def }: Start): JsonObject {
  const { isAsyncComplete, ...parameters } = def.parameters;
  // The tasks of a subworkflow resolve their own references when they start.
  const raw = parameters['subworkflow'];
  const resolved: Json = resolveReferences(parameters, execution, scope);
  const input: JsonObject = isObject(resolved) ? resolved : {};
  if (raw !== undefined) input['subworkflow'] = raw;
  if (def.type === 'function') {
    input[machine.settings().asyncSpelling] = isAsyncComplete === true;
  }
  return input;
}
