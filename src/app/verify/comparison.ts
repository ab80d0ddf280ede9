import type { Snapshot } from '../../domain/snapshot.ts';
import { sameOutput } from '../output/sameOutput.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence, Knowledge } from './evidence.ts';
import { isRounded, unseenFields } from './expectation.ts';
import type { Expectation } from './expectation.ts';

/** What the task, read once, proves about an update. */
export type Comparison =
  | { readonly kind: 'applied'; readonly notes: readonly string[] }
  /** All that the task can show shows, and a part of the update cannot be seen. */
  | { readonly kind: 'inPart' }
  /** The task is as it was before, or showed all of this before. */
  | { readonly kind: 'notYet' }
  /** The task shows what was sent, and also what only somebody else can have changed. */
  | { readonly kind: 'doubtful' }
  /** The task shows something else. */
  | { readonly kind: 'contradicted' };

interface Rule {
  readonly when: string;
  readonly holds: (evidence: Evidence) => boolean;
  readonly kind: Comparison['kind'];
}

/** The first rule that holds decides. */
const rules: readonly Rule[] = [
  {
    when: 'it shows what was sent, and somebody else changed something as well',
    holds: ({ shows, byOthers }) => shows && byOthers.length > 0,
    kind: 'doubtful',
  },
  {
    when: 'all of it was found, also what a task never shows',
    holds: ({ shows, sentUnseen, restShows }) => shows && sentUnseen && restShows,
    kind: 'applied',
  },
  {
    when: 'it shows what was sent and did not before, but neither it nor the answer shows all',
    holds: ({ shows, showedBefore, sentUnseen, answerShows }) =>
      shows && !showedBefore && sentUnseen && !answerShows,
    kind: 'inPart',
  },
  {
    when: 'it shows what was sent, and did not before',
    holds: ({ shows, showedBefore }) => shows && !showedBefore,
    kind: 'applied',
  },
  {
    when: 'it is as it was, in a status that at best follows the one that was sent',
    holds: ({ shows, unchanged, touched, wasThere }) => shows && unchanged && !touched && !wasThere,
    kind: 'notYet',
  },
  {
    when: 'it showed this before, and the server took the update',
    holds: ({ shows, answered, sentUnseen }) => shows && answered === 'accepted' && !sentUnseen,
    kind: 'applied',
  },
  {
    when: 'it shows what was sent, as it did before: no proof of anything',
    holds: ({ shows }) => shows,
    kind: 'notYet',
  },
  { when: 'nothing changed', holds: ({ unchanged }) => unchanged, kind: 'notYet' },
  { when: 'it shows something else', holds: () => true, kind: 'contradicted' },
];

/** Compares the expectation with `after`, the task as it was just read. */
export function compare(expectation: Expectation, known: Knowledge, after: Snapshot): Comparison {
  const evidence = evidenceOf(expectation, known, after);
  const kind = rules.find((rule) => rule.holds(evidence))?.kind ?? 'contradicted';
  return kind === 'applied' ? { kind, notes: notesOn(expectation, evidence, after) } : { kind };
}

function notesOn(expectation: Expectation, evidence: Evidence, after: Snapshot): readonly string[] {
  const { update, before, expected } = expectation;
  const translation = expected.find(({ status }) => status === after.status)?.note;
  const unseen = evidence.restShows ? '' : unseenFields(expectation).join(', ');
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
