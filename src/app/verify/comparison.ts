import { jsonEquals } from '../../domain/json.ts';
import type { Snapshot } from '../../domain/outcome.ts';
import { sameOutput } from '../output/sameOutput.ts';
import { isRounded, mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/**
 * The server's answer: it took the update, it did nothing, or the answer was lost or unreadable.
 */
export type Answered = 'accepted' | 'denied' | 'lost';

/** What the task, read once, proves about an update. */
export type Comparison =
  | { readonly kind: 'applied'; readonly notes: readonly string[] }
  /** The task is as it was before. */
  | { readonly kind: 'notYet' }
  /** The task shows something else. */
  | { readonly kind: 'contradicted' };

interface Evidence {
  readonly answered: Answered;
  /** The task shows all that was sent. */
  readonly shows: boolean;
  /** The task showed all of it before sending. Showing it now then proves nothing. */
  readonly showedBefore: boolean;
  /** Before sending, the task had the status to which the update usually leads. */
  readonly wasThere: boolean;
  /** The update holds something that the task never shows, such as log lines. */
  readonly sentUnseen: boolean;
  /** The engine reports another time of the last change. */
  readonly touched: boolean;
  /** Status, output, reason and fields are as they were. */
  readonly unchanged: boolean;
}

interface Rule {
  readonly when: string;
  readonly holds: (evidence: Evidence) => boolean;
  readonly kind: Comparison['kind'];
}

/** The first rule that holds decides. */
const rules: readonly Rule[] = [
  {
    when: 'the server itself says that it did nothing',
    holds: (evidence) => evidence.answered === 'denied',
    kind: 'contradicted',
  },
  {
    when: 'it shows what was sent, and did not before',
    holds: (evidence) => evidence.shows && !evidence.showedBefore,
    kind: 'applied',
  },
  {
    when: 'it is as it was, in a status that at best follows the one that was sent',
    holds: (evidence) =>
      evidence.shows && evidence.unchanged && !evidence.touched && !evidence.wasThere,
    kind: 'notYet',
  },
  {
    when: 'it showed this before, and the server took the update',
    holds: (evidence) =>
      evidence.shows &&
      evidence.answered === 'accepted' &&
      (!evidence.sentUnseen || evidence.touched),
    kind: 'applied',
  },
  {
    when: 'it shows what was sent, as it did before: no proof of anything',
    holds: (evidence) => evidence.shows,
    kind: 'notYet',
  },
  { when: 'nothing changed', holds: (evidence) => evidence.unchanged, kind: 'notYet' },
  { when: 'it shows something else', holds: () => true, kind: 'contradicted' },
];

/** Compares the expectation with `after`, the task as it was just read. */
export function compare(expectation: Expectation, answered: Answered, after: Snapshot): Comparison {
  const evidence = evidenceOf(expectation, answered, after);
  const kind = rules.find((rule) => rule.holds(evidence))?.kind ?? 'contradicted';
  return kind === 'applied' ? { kind, notes: notesOn(expectation, evidence, after) } : { kind };
}

/** True when the task showed the whole update before sending. Reading then proves nothing. */
export function showedBefore(expectation: Expectation): boolean {
  return mismatches(expectation, expectation.before).length === 0;
}

function evidenceOf(expectation: Expectation, answered: Answered, after: Snapshot): Evidence {
  const { before } = expectation;
  return {
    answered,
    shows: mismatches(expectation, after).length === 0,
    showedBefore: showedBefore(expectation),
    wasThere: before.status === expectation.expected[0]?.status,
    sentUnseen: unseenFields(expectation).length > 0,
    touched: before.updatedAt !== after.updatedAt,
    unchanged:
      before.status === after.status &&
      sameOutput(before.output, after.output) &&
      (before.reason ?? '') === (after.reason ?? '') &&
      jsonEquals(before.fields ?? {}, after.fields ?? {}),
  };
}

function notesOn(expectation: Expectation, evidence: Evidence, after: Snapshot): readonly string[] {
  const { update, before, expected } = expectation;
  const translation = expected.find(({ status }) => status === after.status)?.note;
  const unseen = unseenFields(expectation).join(', ');
  const isHidden = after.isOutputHidden === true;
  const notes: readonly (readonly [boolean, string])[] = [
    [translation !== undefined, translation ?? ''],
    [evidence.answered === 'lost', 'The answer was lost; reading the task shows the update.'],
    [evidence.showedBefore, 'The task showed this before the update already.'],
    [
      !isHidden && isRounded(update.output, after.output),
      'The engine rounded a number of the output.',
    ],
    [
      isHidden && update.output !== undefined,
      'The engine keeps an output of this size apart: it could not be compared.',
    ],
    [
      !isHidden && update.output === undefined && !sameOutput(before.output, after.output),
      'The output changed as well, though none was sent.',
    ],
    [unseen !== '', `Sent, but not compared when the task was read: ${unseen}.`],
  ];
  return notes.filter(([holds]) => holds).map(([, note]) => note);
}
