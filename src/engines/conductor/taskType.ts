import type { TaskRecord } from './records.ts';

// TaskType in conductor-common, as far as the server itself runs it. Anything else is a worker's.
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

/** What a task of this type does to the flow, where it is not a piece of work. */
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
 * The kind of a task. The record's own taskType is the definition's name for worker tasks and
 * also for skipped ones, so the definition in it is asked first.
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

/** Do tasks of this type stay open until somebody outside the server updates them? */
export function isWaitingType(type: string): boolean {
  return type === 'HUMAN' || type === 'WAIT';
}

export function steeringOf(type: string): string | undefined {
  return Object.hasOwn(steering, type) ? steering[type] : undefined;
}
