import type { TaskRecord } from '../wire/records.ts';

// The types that the server itself runs: those of TaskType in conductor-common and of the AI module
// (3.32.1), and Orkes' own that wait. Workers run all others.
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
  'PULL_WORKFLOW_MESSAGES',
  'YIELD',
  'WAIT_FOR_WEBHOOK',
  'AGENT',
  'GET_AGENT_CARD',
  'CANCEL_AGENT',
  'LIST_MCP_TOOLS',
  'CALL_MCP_TOOL',
  'GENERATE_AUDIO',
  'GENERATE_IMAGE',
  'GENERATE_PDF',
  'GENERATE_VIDEO',
  'JDBC',
]);

/** True for LLM_CHAT_COMPLETE and the others of the AI module too, which grow with every release. */
function isSystemType(type: string | undefined): type is string {
  return type !== undefined && (systemTypes.has(type) || type.startsWith('LLM_'));
}

// The types that wait for an outside party, and what it does to release them besides an update.
const releases: ReadonlyMap<string, string | undefined> = new Map([
  ['HUMAN', undefined],
  ['WAIT', undefined],
  ['PULL_WORKFLOW_MESSAGES', 'a message to its workflow'],
  ['YIELD', 'a signal to its workflow'],
  ['WAIT_FOR_WEBHOOK', 'a call of its webhook'],
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
  if (defined === 'DYNAMIC') return isSystemType(own) ? own : 'SIMPLE';
  if (defined !== undefined) return defined;
  return isSystemType(own) ? own : 'SIMPLE';
}

export function isWorkerType(type: string): boolean {
  return type === 'SIMPLE' || type === 'USER_DEFINED';
}

/** True for tasks that stay open until someone outside the server updates them. */
export function isWaitingType(type: string): boolean {
  return releases.has(type);
}

export function steeringOf(type: string): string | undefined {
  return Object.hasOwn(steering, type) ? steering[type] : undefined;
}

/** What lets a waiting task go on besides an update: "a message to its workflow". */
export function releaseOf(type: string): string | undefined {
  return releases.get(type);
}
