import { jsonEquals } from '../../domain/json.ts';
import type { Snapshot } from '../../domain/outcome.ts';
import { sameOutput } from './changes.ts';
import { isRounded, mismatches, unseenFields } from './claim.ts';
import type { Claim } from './claim.ts';

/**
 * What the server said to the request: that it took it, that it did nothing, or nothing that
 * could be trusted.
 */
export type Answered = 'accepted' | 'denied' | 'lost';

/** What one reading of the task says about an update. */
export type Verdict =
  | { readonly kind: 'applied'; readonly notes: readonly string[] }
  /** It shows what it showed before. */
  | { readonly kind: 'notYet' }
  /** It shows something that is neither. */
  | { readonly kind: 'contradicted' };

interface Facts {
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
  readonly holds: (facts: Facts) => boolean;
  readonly verdict: Verdict['kind'];
}

/** The first rule that holds decides. */
const rules: readonly Rule[] = [
  {
    when: 'the server itself says that it did nothing',
    holds: (facts) => facts.answered === 'denied',
    verdict: 'contradicted',
  },
  {
    when: 'it shows what was sent, and did not before',
    holds: (facts) => facts.shows && !facts.showedBefore,
    verdict: 'applied',
  },
  {
    when: 'it is as it was, in a status that at best follows the one that was sent',
    holds: (facts) => facts.shows && facts.unchanged && !facts.touched && !facts.wasThere,
    verdict: 'notYet',
  },
  {
    when: 'it showed this before, and the server took the update',
    holds: (facts) =>
      facts.shows && facts.answered === 'accepted' && (!facts.sentUnseen || facts.touched),
    verdict: 'applied',
  },
  {
    when: 'it shows what was sent, as it did before: no proof of anything',
    holds: (facts) => facts.shows,
    verdict: 'notYet',
  },
  { when: 'nothing changed', holds: (facts) => facts.unchanged, verdict: 'notYet' },
  { when: 'it shows something else', holds: () => true, verdict: 'contradicted' },
];

/** Judges one reading. `after` is what the task shows now. */
export function verdictOf(claim: Claim, answered: Answered, after: Snapshot): Verdict {
  const facts = factsOf(claim, answered, after);
  const kind = rules.find((rule) => rule.holds(facts))?.verdict ?? 'contradicted';
  return kind === 'applied' ? { kind, notes: notesOn(claim, facts, after) } : { kind };
}

/** True where reading cannot tell the update from none: the task showed all of it before. */
export function showedBefore(claim: Claim): boolean {
  return mismatches(claim, claim.before).length === 0;
}

function factsOf(claim: Claim, answered: Answered, after: Snapshot): Facts {
  const { before } = claim;
  return {
    answered,
    shows: mismatches(claim, after).length === 0,
    showedBefore: showedBefore(claim),
    wasThere: before.status === claim.expected[0]?.status,
    sentUnseen: unseenFields(claim).length > 0,
    touched: before.updatedAt !== after.updatedAt,
    unchanged:
      before.status === after.status &&
      sameOutput(before.output, after.output) &&
      (before.reason ?? '') === (after.reason ?? '') &&
      jsonEquals(before.fields ?? {}, after.fields ?? {}),
  };
}

function notesOn(claim: Claim, facts: Facts, after: Snapshot): readonly string[] {
  const { update, before, expected } = claim;
  const translation = expected.find((expectation) => expectation.status === after.status)?.note;
  const unseen = unseenFields(claim).join(', ');
  const isHidden = after.isOutputHidden === true;
  const notes: readonly (readonly [boolean, string])[] = [
    [translation !== undefined, translation ?? ''],
    [facts.answered === 'lost', 'The answer was lost; reading the task shows the update.'],
    [facts.showedBefore, 'The task showed this before the update already.'],
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
