import { jsonProblem } from '../../app/recipes/expand.ts';
import type { Question } from '../../app/recipes/resolve.ts';
import { inputPrompt } from '../updates/inputPrompt.ts';
import { listPick } from '../updates/listPick.ts';

/** How the questions were left; the answers given so far are kept either way. */
export interface Answered {
  readonly isDone: boolean;
  readonly answers: ReadonlyMap<string, string>;
}

/** One prompt for each question, with a way back; `before` are the answers of the last time. */
export async function askQuestions(
  title: string,
  questions: readonly Question[],
  before: ReadonlyMap<string, string>,
): Promise<Answered> {
  const answers = new Map(before);
  let at = 0;
  for (;;) {
    const question = questions[at];
    if (question === undefined) return { isDone: true, answers };
    const position = { step: at + 1, totalSteps: questions.length };
    const left = await ask({ title, canGoBack: at > 0, position }, question, answers);
    if (left === 'cancelled') return { isDone: false, answers };
    at += left === 'back' ? -1 : 1;
  }
}

interface Frame {
  readonly title: string;
  readonly canGoBack: boolean;
  readonly position: { readonly step: number; readonly totalSteps: number };
}

async function ask(
  frame: Frame,
  question: Question,
  answers: Map<string, string>,
): Promise<'next' | 'back' | 'cancelled'> {
  const { label, preset, choices, isJson } = question;
  const known = answers.get(label);
  if (choices !== undefined) {
    const picked = await listPick<{ readonly choice: string }>({
      ...frame,
      placeholder: label,
      load: async () => ({
        choices: choices.map((choice) => ({ label: choice, value: { choice } })),
        more: false,
      }),
      isActive: ({ choice }) => choice === (known ?? preset),
    });
    if (picked.kind !== 'picked') return picked.kind;
    answers.set(label, picked.value.choice);
    return 'next';
  }
  const value = known ?? preset;
  const { kind, typed } = await inputPrompt({
    ...frame,
    prompt: isJson ? `${label}, as JSON` : label,
    value,
    selection: [0, value.length],
    check: (text) => {
      const message = isJson ? jsonProblem(text) : undefined;
      return message === undefined ? undefined : { message, severity: 'error' };
    },
  });
  answers.set(label, typed);
  if (kind === 'accepted') return 'next';
  return kind === 'back' ? 'back' : 'cancelled';
}
