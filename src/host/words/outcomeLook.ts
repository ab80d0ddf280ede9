import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import type { Icon } from './row.ts';
import { linkFree, oneLine } from './plainText.ts';

export interface OutcomeLook {
  readonly icon: Icon;
  readonly word: string;
}

export const outcomeLooks: Record<Outcome['kind'], OutcomeLook> = {
  confirmed: { icon: { name: 'pass-filled', color: 'testing.iconPassed' }, word: 'confirmed' },
  overtaken: {
    icon: { name: 'arrow-swap', color: 'list.warningForeground' },
    word: 'overtaken',
  },
  pending: { icon: { name: 'history', color: 'charts.yellow' }, word: 'pending' },
  notApplied: { icon: { name: 'error', color: 'testing.iconFailed' }, word: 'not applied' },
  unknown: { icon: { name: 'question', color: 'list.warningForeground' }, word: 'unknown' },
};

/** The look of an outcome. Without an outcome, the update is in flight. */
export function outcomeLook(outcome: Outcome | undefined): OutcomeLook {
  if (outcome === undefined) return { icon: { name: 'loading~spin' }, word: 'in flight' };
  return outcomeLooks[outcome.kind];
}

/** The outcome of an update in one sentence. */
export function outcomeSentence(entry: JournalEntry): string {
  const task = oneLine(entry.taskName, 60);
  const { outcome } = entry;
  if (outcome === undefined) return `The update of ${task} is on its way.`;
  switch (outcome.kind) {
    case 'confirmed': {
      const notes = outcome.notes.map((note) => ` ${note}`).join('');
      return linkFree(`${task} is ${outcome.after.status} (confirmed).${notes}`);
    }
    case 'overtaken':
      return linkFree(`The update of ${task} was applied and then overtaken. ${outcome.detail}`);
    case 'pending':
      return linkFree(`The update of ${task} is pending. ${outcome.detail}`);
    case 'notApplied': {
      const { expected, actual, reason } = outcome;
      // Somebody else may have set the same status first: only the reason explains the failure
      // then.
      const difference = expected === actual ? '' : `: expected ${expected}, found ${actual}`;
      const why = reason === undefined ? '' : ` ${reason}`;
      return linkFree(`The update of ${task} was not applied${difference}.${why}`);
    }
    case 'unknown':
      return linkFree(
        `Whether the update of ${task} was applied is unknown. ${outcome.detail} It was not sent again.`,
      );
  }
}
