import type { TaskRecord } from '../wire/records.ts';

// The types of TaskType in conductor-common that the server itself runs. Workers run all others.
const systemTypes = new Set([
  'DO_WHILE',
  'FORK',
  'FORK_JOIN',
  'FORK_JOIN_DYNAMIC',
  'DECISION',
  'SWITCH',
  'JOIN',
  'EXCLUSIVE_JOIN',
  'SUB_WORKFLOW',
  'START_WORKFLOW',
  'EVENT',
  'WAIT',
  'HUMAN',
  'HTTP',
  'LAMBDA',
  'INLINE',
  'TERMINATE',
  'KAFKA_PUBLISH',
  'JSON_JQ_TRANSFORM',
  'SET_VARIABLE',
  'NOOP',
]);

/** What a control task does; such a task is no work of its own. */
const steering: Readonly<Record<string, string>> = {
  DO_WHILE: 'repeats the tasks inside it',
  FORK: 'starts its branches',
  FORK_JOIN: 'starts its branches',
  FORK_JOIN_DYNAMIC: 'starts its branches',
  DECISION: 'chooses a branch',
  SWITCH: 'chooses a branch',
  JOIN: 'waits for the branches of its fork',
  EXCLUSIVE_JOIN: 'waits for one of its branches',
};

/**
 * The type of a task. For worker tasks and skipped tasks the record's taskType is the definition's
 * name, so the type in the definition comes first.
 */
export function taskType(record: TaskRecord): string {
  const defined = record.workflowTask?.type;
  const own = record.taskType;
  if (defined === 'DYNAMIC') return own !== undefined && systemTypes.has(own) ? own : 'SIMPLE';
  if (defined !== undefined) return defined;
  return own !== undefined && systemTypes.has(own) ? own : 'SIMPLE';
}

export function isWorkerType(type: string): boolean {
  return type === 'SIMPLE' || type === 'USER_DEFINED';
}

/** True for tasks that stay open until someone outside the server updates them. */
export function isWaitingType(type: string): boolean {
  return type === 'HUMAN' || type === 'WAIT';
}

export function steeringOf(type: string): string | undefined {
  return Object.hasOwn(steering, type) ? steering[type] : undefined;
}
