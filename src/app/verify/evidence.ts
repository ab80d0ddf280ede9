import { jsonEquals } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { OutputChange } from '../../domain/taskUpdate.ts';
import { sameOutput } from '../output/sameOutput.ts';
import { mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/**
 * The server's answer: it took the update, it did nothing, or the answer was lost or unreadable.
 */
export type Answered = 'accepted' | 'denied' | 'lost';

/** What is known beside the task itself. */
export interface Knowledge {
  readonly answered: Answered;
  /** The answer itself held the task with all that was sent. */
  readonly answerShows?: boolean;
  /** The server holds what a task never shows, such as log lines. */
  readonly restShows?: boolean;
}

/** The facts for and against an update, from the task as it was before and as it is now. */
export interface Evidence {
  readonly answered: Answered;
  /** The task shows all that was sent, as far as it can show it. */
  readonly shows: boolean;
  /** The task showed all of it before sending. Showing it now then proves nothing. */
  readonly showedBefore: boolean;
  /** Before sending, the task had the status to which the update usually leads. */
  readonly wasThere: boolean;
  /** The update holds something that the task never shows, such as log lines. */
  readonly sentUnseen: boolean;
  /** Another look found what the task never shows. */
  readonly restShows: boolean;
  /** The answer itself held the task with all that was sent. */
  readonly answerShows: boolean;
  /** The engine reports another time of the last change. */
  readonly touched: boolean;
  /** Status, output, reason and fields are as they were. */
  readonly unchanged: boolean;
  /** What somebody else must have changed, in words: "another output". */
  readonly byOthers: readonly string[];
}

export function evidenceOf(
  expectation: Expectation,
  { answered, answerShows = false, restShows = false }: Knowledge,
  after: Snapshot,
): Evidence {
  const { before } = expectation;
  return {
    answered,
    answerShows,
    restShows,
    shows: mismatches(expectation, after).length === 0,
    showedBefore: showedBefore(expectation) && !turnedToSent(expectation, after),
    wasThere: before.status === expectation.expected[0]?.status,
    sentUnseen: unseenFields(expectation).length > 0,
    touched: before.updatedAt !== after.updatedAt,
    unchanged:
      before.status === after.status &&
      sameOutput(before.output, after.output) &&
      (before.reason ?? '') === (after.reason ?? '') &&
      jsonEquals(before.fields ?? {}, after.fields ?? {}),
    byOthers: changesByOthers(expectation, after),
  };
}

/** True when the task showed the whole update before sending. Reading then proves nothing. */
export function showedBefore(expectation: Expectation): boolean {
  return mismatches(expectation, expectation.before).length === 0;
}

/** The task has the status that was sent, and had another one, to which it could only go on. */
function turnedToSent({ before, expected }: Expectation, after: Snapshot): boolean {
  return before.status !== after.status && after.status === expected[0]?.status;
}

/**
 * What changed though the update does not change it. After an output, a reason or a field that
 * shows now and did not before, only another worker counts: those prove the update themselves, and
 * a status alone does not.
 */
export function changesByOthers(expectation: Expectation, after: Snapshot): readonly string[] {
  const { update, before, expected } = expectation;
  if (expected.some(({ status, mayGoOn }) => status === after.status && mayGoOn === true))
    return [];
  const isDistinct = mismatches(expectation, before).some(({ what }) => what !== 'status');
  const isHidden = before.isOutputHidden === true || after.isOutputHidden === true;
  const changes: readonly (readonly [boolean, string])[] = [
    [
      !isDistinct &&
        !isHidden &&
        sendsNothing(update.output) &&
        !sameOutput(before.output, after.output),
      'another output',
    ],
    [!isDistinct && isAnotherReason(expectation, after), 'another reason'],
    [isAnotherWorker(expectation, after), `the worker ${after.worker ?? ''}`],
  ];
  return changes.filter(([holds]) => holds).map(([, words]) => words);
}

/** A merge of no keys changes nothing. */
function sendsNothing(output: OutputChange | undefined): boolean {
  if (output === undefined) return true;
  return output.kind === 'object' && output.mode === 'merge' && isEmpty(output.value);
}

function isEmpty(value: JsonObject): boolean {
  return Object.keys(value).length === 0;
}

// Engines that take no reason may write one themselves. An update may clear the earlier reason.
function isAnotherReason({ update, before }: Expectation, after: Snapshot): boolean {
  const { reason = '' } = after;
  const isSent = update.reason !== undefined && update.reason !== '';
  return after.takesReason === true || before.takesReason === true
    ? !isSent && reason !== '' && reason !== (before.reason ?? '')
    : false;
}

function isAnotherWorker({ update, before }: Expectation, { worker }: Snapshot): boolean {
  if (worker === undefined || worker === before.worker) return false;
  return !Object.values(update.fields ?? {}).includes(worker);
}
