import { isObject, type JsonObject } from '../../json.ts';
import type { Engine } from '../engine.ts';
import { isTaskTerminal, type TaskRun } from '../model.ts';
import type { Holders } from '../store.ts';

export type HumanState =
  | 'PENDING'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'TIMED_OUT'
  | 'DELETED';

/** The assignment settings that a HUMAN task has in its input. */
export function humanTaskDef({ inputData }: TaskRun): JsonObject {
  const definition = inputData['__humanTaskDefinition'];
  return isObject(definition) ? definition : {};
}

/** Who has the task; at first those that its definition assigns it to. */
export function holdersOf({ store }: Engine, run: TaskRun): Holders {
  const known = store.holders.get(run.taskId);
  if (known !== undefined) return known;
  const { assignments } = humanTaskDef(run);
  const list = Array.isArray(assignments) ? assignments.filter(isObject) : [];
  const assignees = list.map(({ assignee }) => assignee).filter(isObject);
  return { assignees, claimant: undefined, updatedBy: undefined };
}

export function stateOf(run: TaskRun, { assignees, claimant }: Holders): HumanState {
  if (run.status === 'COMPLETED' || run.status === 'COMPLETED_WITH_ERRORS') return 'COMPLETED';
  if (run.status === 'TIMED_OUT') return 'TIMED_OUT';
  if (isTaskTerminal(run.status)) return 'DELETED';
  if (claimant !== undefined) return 'IN_PROGRESS';
  return assignees.length > 0 ? 'ASSIGNED' : 'PENDING';
}

/** A HumanTaskEntry. */
export function humanTaskEntry(engine: Engine, run: TaskRun): JsonObject {
  const holders = holdersOf(engine, run);
  const definition = humanTaskDef(run);
  return {
    assignee: holders.assignees[0],
    claimant: holders.claimant,
    createdOn: run.scheduledTime,
    definitionName: run.taskDefName,
    displayName: definition['displayName'] ?? run.taskDefName,
    humanTaskDef: definition,
    input: run.inputData,
    output: run.outputData,
    ownerApp: '',
    state: stateOf(run, holders),
    taskId: run.taskId,
    taskRefName: run.referenceTaskName,
    updatedBy: holders.updatedBy,
    updatedOn: run.updateTime,
    workflowId: run.workflowId,
    workflowName: run.workflowType,
  };
}
