import { ageText } from '../../../domain/ageText.ts';
import type { OutputOption, StatusOption, UpdateOptions } from '../../../domain/taskUpdate.ts';
import { outputKeysRead } from './outputKeysRead.ts';
import type { TaskNode } from './taskNodes.ts';

// The API's specification says "limited to 100KB" and leaves open whether 1 KB is 1000 or 1024
// bytes. Between the two the server decides.
export const outputLimitBytes = 100 * 1024;
// The API's page on limits allows 0.2 MB for a task's whole output; a function's own response may
// take half of it.
const heldLimitBytes = 200 * 1024;
const warnBytes = 100_000;

/** A task that waits for an update. Undefined numbers are unknown. */
export interface WaitingTask {
  readonly node: TaskNode;
  /** How many attempts follow after FAILED. */
  readonly retriesLeft: number;
  readonly startedAt: number | undefined;
  readonly now: number;
}

export function unavailableOptions(unavailable: string): UpdateOptions {
  return { unavailable, statuses: [], fields: [], warnings: [] };
}

export function updateOptions(waiting: WaitingTask): UpdateOptions {
  return {
    statuses: statusesOf(waiting),
    output: outputOf(waiting.node),
    fields: [],
    warnings: timeWarning(waiting),
  };
}

function statusesOf({ node, retriesLeft }: WaitingTask): readonly StatusOption[] {
  const isSkipped = node.definition?.onFailure === 'skipTask';
  const failure = isSkipped
    ? 'the execution goes on without it (onFailure is skipTask).'
    : 'the whole execution fails (onFailure is abortWorkflow).';
  const isLast = retriesLeft === 0;
  const stops = isSkipped ? {} : { stopsWorkflow: true };
  return [
    {
      status: 'COMPLETED',
      role: 'complete',
      endsTask: true,
      effect: `The task completes ${followersText(node)}`,
    },
    {
      status: 'FAILED',
      role: 'fail',
      endsTask: true,
      effect: isLast
        ? `The task fails, no retry is left, and ${failure}`
        : `The task fails and is tried again, up to ${times(retriesLeft)}.`,
      ...(isLast ? stops : {}),
    },
    {
      status: 'FAILED_WITH_TERMINAL_ERROR',
      endsTask: true,
      effect: `The task fails for good, without a retry, and ${failure}`,
      ...stops,
    },
  ];
}

function followersText(node: TaskNode): string {
  const names = node.siblings
    .filter((task) => task.dependsOn.includes(node.externalId))
    .map((task) => task.name ?? task.externalId);
  if (names.length === 0) return 'and the execution goes on.';
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `and the execution goes on with ${shown}${more}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function outputOf(node: TaskNode): OutputOption {
  const knownKeys = outputKeysRead(node.externalId, node.siblings);
  return {
    kind: 'object',
    modes: ['merge'],
    limitBytes: outputLimitBytes,
    heldLimitBytes,
    warnBytes,
    ...(knownKeys.length === 0 ? {} : { knownKeys }),
  };
}

/** The engine's timeout also runs while a task waits for a person. */
function timeWarning({ node, startedAt, now }: WaitingTask): readonly string[] {
  if (startedAt === undefined || node.definition === undefined) return [];
  const left = startedAt + node.definition.timeoutSeconds * 1000 - now;
  if (left <= 0) return ['Its time is over: the engine may time it out at any moment.'];
  return [`The engine times it out in ${ageText(Math.max(left, 1000))}.`];
}
