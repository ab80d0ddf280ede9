import { restart, terminate } from '../lifecycle.ts';
import type { Engine } from '../engine.ts';
import type { Execution } from '../model.ts';
import { removeExecution } from '../removeExecution.ts';
import { resumeChildren } from '../resumeChildren.ts';
import { retry } from '../retry.ts';
import { queryFlag, queryText, type RouteRequest } from '../routeRequest.ts';
import { latestDefinition } from '../startWorkflow.ts';

/** An action on an execution. */
export type Act = (engine: Engine, execution: Execution) => void;

/** Reads the parameters of an action. @throws {ServerError} before anything is done */
export type ActOf = (request: RouteRequest) => Act;

export function retryOf(request: RouteRequest): Act {
  const isResumed = queryFlag(request, 'resumeSubworkflowTasks', false);
  return isResumed ? resumeChildren : retry;
}

export function restartOf(request: RouteRequest): Act {
  const isLatest = queryFlag(request, 'useLatestDefinitions', false);
  return (engine, execution) => {
    restart(engine, execution, isLatest ? latestDefinition(engine, execution) : undefined);
  };
}

export function terminateOf(request: RouteRequest): Act {
  const reason = queryText(request, 'reason');
  return (engine, execution) => terminate(engine, execution, reason);
}

export function removeOf(request: RouteRequest): Act {
  const isArchived = queryFlag(request, 'archiveWorkflow', true);
  return (engine, execution) => removeExecution(engine, execution, isArchived);
}

export function terminateRemoveOf(request: RouteRequest): Act {
  const [end, remove] = [terminateOf(request), removeOf(request)];
  return (engine, execution) => {
    end(engine, execution);
    remove(engine, execution);
  };
}
