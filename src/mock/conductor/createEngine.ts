import type { MockClock } from '../clock.ts';
import { copyJson, type JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import { decide } from './decide.ts';
import { endWorkflow } from './endWorkflow.ts';
import type { Engine, StartRequest } from './engine.ts';
import type { Execution } from './model.ts';
import { createStore, type Store } from './store.ts';
import { TerminateWorkflow } from './terminateWorkflow.ts';
import { setWorkflowTimeout } from './setTimeouts.ts';
import { createTimers, type Timers } from './timers.ts';

/** An empty state machine for this server version. */
export function createEngine(options: {
  readonly clock: MockClock;
  readonly random: Random;
  readonly version: string;
  /** False by default. */
  readonly messages?: boolean;
  /** Present where another engine shares them. */
  readonly store?: Store;
  readonly timers?: Timers;
}): Engine {
  const engine: Engine = {
    clock: options.clock,
    random: options.random,
    version: options.version,
    messages: options.messages ?? false,
    store: options.store ?? createStore(),
    timers: options.timers ?? createTimers(),
    generated: undefined,
    start: (request) => start(engine, request),
    decide: (execution) => decide(engine, execution),
    terminate: (execution, reason) =>
      endWorkflow(
        engine,
        execution,
        new TerminateWorkflow('TERMINATED', reason, { isAsked: true }),
      ),
  };
  return engine;
}

/** Runs all timers that expired since the last request, each at its own time. */
export function settle(engine: Engine): void {
  for (;;) {
    const due = engine.timers.take(engine.clock.now());
    if (due === undefined) return;
    engine.clock.pinned(due.at, due.work);
  }
}

function start(engine: Engine, request: StartRequest): Execution {
  const { definition, parent } = request;
  const now = engine.clock.now();
  const execution: Execution = {
    workflowId: engine.random.uuid(),
    createTime: now,
    correlationId: request.correlationId,
    parentWorkflowId: parent?.workflowId,
    parentWorkflowTaskId: parent?.taskId,
    priority: request.priority ?? 0,
    taskToDomain: request.taskToDomain ?? {},
    definition,
    status: 'RUNNING',
    input: withTemplate(request.input, definition.inputTemplate),
    output: {},
    variables: copyJson(definition.variables),
    tasks: [],
    startTime: now,
    updateTime: 0,
    endTime: 0,
    lastRetriedTime: 0,
    reasonForIncompletion: undefined,
    reRunFromWorkflowId: undefined,
    failedReferenceTaskNames: [],
    failedTaskNames: [],
  };
  engine.store.executions.set(execution.workflowId, execution);
  setWorkflowTimeout(engine, execution);
  decide(engine, execution);
  return execution;
}

/** The server leaves an empty input empty. */
function withTemplate(input: JsonObject, template: JsonObject): JsonObject {
  const merged = copyJson(input);
  if (Object.keys(merged).length === 0) return merged;
  for (const [key, value] of Object.entries(template)) merged[key] ??= copyJson(value);
  return merged;
}
