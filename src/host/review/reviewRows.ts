import type { Question } from '../../app/updates/question.ts';
import type { Choice } from '../ui/listPick.ts';
import { changeTexts } from '../words/questionText.ts';

export type ReviewAction = 'send' | 'request' | 'comparison' | 'leave';

export interface ReviewView {
  /** The label of the button that sends. */
  readonly verb: string;
  /** What the editor behind the picker shows. */
  readonly shows: 'comparison' | 'request';
  readonly hasRequest: boolean;
}

/** The actions and warnings of a review. The first line is the active one. */
export function reviewRows(question: Question, view: ReviewView): readonly Choice<ReviewAction>[] {
  return [
    { label: view.verb, icon: 'send', value: 'send', always: true },
    ...(view.hasRequest ? [otherView(view.shows)] : []),
    { label: 'Do Not Send', icon: 'close', description: 'keeps the draft', value: 'leave' },
    ...question.consequences.map((label) => ({
      label,
      icon: 'info',
      section: 'What it causes',
    })),
    ...changeTexts(question).map(({ label, text }) => ({
      label,
      icon: 'diff-modified',
      description: text,
      section: 'Changed since you looked',
    })),
  ];
}

function otherView(shows: ReviewView['shows']): Choice<ReviewAction> {
  return shows === 'comparison'
    ? { label: 'Show the Request', icon: 'code', value: 'request' }
    : { label: 'Show Before and After', icon: 'diff', value: 'comparison' };
}
