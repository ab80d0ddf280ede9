import { jsonEquals } from '../../domain/json.ts';
import type { Snapshot } from '../../domain/outcome.ts';
import { sameOutput } from '../output/sameOutput.ts';
import { isRounded, mismatches, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/**
 * What the server said to the request: that it took it, that it did nothing, or nothing that
 * could be trusted.
 */
export type Answered = 'accepted' | 'denied' | 'lost';

/** What one reading of the task says about an update. */
export type Comparison =
  | { readonly kind: 'applied'; readonly notes: readonly string[] }
  /** It shows what it showed before. */
  | { readonly kind: 'notYet' }
  /** It shows something that is neither. */
  | { readonly kind: 'contradicted' };

interface Evidence {
  readonly answered: Answered;
  /** The task shows all that was sent. */
  readonly shows: boolean;
  /** It did so before sending already: then showing it proves nothing. */
  readonly showedBefore: boolean;
  /** It had the very status before to which the update leads in the plain case. */
  readonly wasThere: boolean;
  /** Something was sent that no reading shows, such as log lines. */
  readonly sentUnseen: boolean;
  /** The engine's own time of the last change is another one. */
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

/** Judges one reading. `after` is what the task shows now. */
export function compare(expectation: Expectation, answered: Answered, after: Snapshot): Comparison {
  const evidence = evidenceOf(expectation, answered, after);
  const kind = rules.find((rule) => rule.holds(evidence))?.kind ?? 'contradicted';
  return kind === 'applied' ? { kind, notes: notesOn(expectation, evidence, after) } : { kind };
}

/** True where reading cannot tell the update from none: the task showed all of it before. */
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
