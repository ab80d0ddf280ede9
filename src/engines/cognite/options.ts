import { ageText } from '../../domain/ageText.ts';
import type { OutputOption, StatusOption, UpdateOptions } from '../../domain/update.ts';
import { outputKeysRead } from './outputKeys.ts';
import type { Place } from './places.ts';

// "Limited to 100KB" in the API's specification, which does not say whether that is 1000 or 1024
// bytes each: up to the larger one the server decides.
export const outputLimitBytes = 100 * 1024;
// "0.2 MB" for what a task holds, says its page on limits: a function's own answer may fill half.
const heldLimitBytes = 200 * 1024;
const warnBytes = 100_000;

/** What a task that waits may be sent. Absent numbers are unknown. */
export interface WaitingTask {
  readonly place: Place;
  /** Tries that the engine makes after a FAILED one. */
  readonly retriesLeft: number;
  readonly startedAt: number | undefined;
  readonly now: number;
}

export function refused(refusal: string): UpdateOptions {
  return { refusal, statuses: [], fields: [], warnings: [] };
}

export function optionsOf(waiting: WaitingTask): UpdateOptions {
  return {
    statuses: statusesOf(waiting),
    output: outputOf(waiting.place),
    fields: [],
    warnings: timeWarning(waiting),
  };
}

function statusesOf({ place, retriesLeft }: WaitingTask): readonly StatusOption[] {
  const isSkipped = place.definition?.onFailure === 'skipTask';
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
      effect: `The task completes ${followersText(place)}`,
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

function followersText(place: Place): string {
  const names = place.siblings
    .filter((task) => task.dependsOn.includes(place.externalId))
    .map((task) => task.name ?? task.externalId);
  if (names.length === 0) return 'and the execution goes on.';
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `and the execution goes on with ${shown}${more}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function outputOf(place: Place): OutputOption {
  const knownKeys = outputKeysRead(place.externalId, place.siblings);
  return {
    kind: 'object',
    modes: ['merge'],
    limitBytes: outputLimitBytes,
    heldLimitBytes,
    warnBytes,
    ...(knownKeys.length === 0 ? {} : { knownKeys }),
  };
}

/** The engine's timeout keeps running while a task waits for a person. */
function timeWarning({ place, startedAt, now }: WaitingTask): readonly string[] {
  if (startedAt === undefined || place.definition === undefined) return [];
  const left = startedAt + place.definition.timeoutSeconds * 1000 - now;
  if (left <= 0) return ['Its time is over: the engine may time it out at any moment.'];
  return [`The engine times it out in ${ageText(Math.max(left, 1000))}.`];
}
