import type { Mapper } from '../newTaskRun.ts';
import { doWhile } from './doWhile.ts';
import { dynamicOf } from './dynamic.ts';
import { external, noop } from './external.ts';
import { dynamicFork, fork } from './fork.ts';
import { human } from './human.ts';
import { inline, jq, lambda } from './inline.ts';
import { join } from './join.ts';
import { pullMessages } from './pullMessages.ts';
import { setVariable } from './setVariable.ts';
import { subWorkflow } from './subWorkflow.ts';
import { decision, switchTask } from './switchTask.ts';
import { terminateTask } from './terminateTask.ts';
import { wait } from './wait.ts';

const byType: Readonly<Record<string, Mapper>> = {
  HUMAN: human,
  WAIT: wait,
  SWITCH: switchTask,
  DECISION: decision,
  FORK_JOIN: fork,
  FORK_JOIN_DYNAMIC: dynamicFork,
  JOIN: join,
  EXCLUSIVE_JOIN: join,
  DO_WHILE: doWhile,
  SUB_WORKFLOW: subWorkflow,
  INLINE: inline,
  LAMBDA: lambda,
  JSON_JQ_TRANSFORM: jq,
  SET_VARIABLE: setVariable,
  TERMINATE: terminateTask,
  NOOP: noop,
  HTTP: external,
  EVENT: external,
  KAFKA_PUBLISH: external,
  PULL_WORKFLOW_MESSAGES: pullMessages,
};

/** The task types that the server runs. Every other type waits for a worker. */
export const mappers: Readonly<Record<string, Mapper>> = {
  ...byType,
  DYNAMIC: dynamicOf(byType),
};

const systemTypes = new Set([...Object.keys(byType), 'FORK']);

/** True for types that the server runs: only worker tasks can be queued again. */
export function isSystemTask(taskType: string): boolean {
  return systemTypes.has(taskType);
}
