import { jsonProblem } from '../../app/recipes/expandTemplate.ts';
import type { Question } from '../../app/recipes/resolve.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';

/** The answers by label. They start with those of the last time. */
export interface Answers {
  readonly all: ReadonlyMap<string, string>;
  /** Called at every key, because a reload closes a box without an event. */
  set(label: string, answer: string): void;
}

/** Asks one question per prompt, with a way back. False when the person left. */
export async function askQuestions(
  title: string,
  questions: readonly Question[],
  answers: Answers,
): Promise<boolean> {
  let at = 0;
  for (;;) {
    const question = questions[at];
    if (question === undefined) return true;
    const position = { step: at + 1, totalSteps: questions.length };
    const left = await ask({ title, canGoBack: at > 0, position }, question, answers);
    if (left === 'cancelled') return false;
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
  answers: Answers,
): Promise<'next' | 'back' | 'cancelled'> {
  const { label, preset, choices, isJson } = question;
  const known = answers.all.get(label);
  if (choices !== undefined) {
    const picked = await listPick<{ readonly choice: string }>({
      ...frame,
      placeholder: label,
      load: async () => ({
        choices: choices.map((choice) => ({ label: choice, value: { choice } })),
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
    onTyped: (text) => answers.set(label, text),
    check: (text) => {
      const message = isJson ? jsonProblem(text) : undefined;
      return message === undefined ? undefined : { message, severity: 'error' };
    },
  });
  answers.set(label, typed);
  if (kind === 'accepted') return 'next';
  return kind === 'back' ? 'back' : 'cancelled';
}
