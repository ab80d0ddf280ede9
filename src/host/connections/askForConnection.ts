import type * as vscode from 'vscode';
import type { Connection } from '../../domain/connection.ts';
import { askStep } from './askStep.ts';
import type { StepAnswer } from './askStep.ts';
import type { EngineChoice } from './engineChoice.ts';
import { choiceOf, formSteps, parseKept, shownFields, valuesOf } from './formSteps.ts';
import type { FormStep, FormValues } from './formSteps.ts';
import { placements } from './placements.ts';

export interface FormParts {
  readonly choices: readonly EngineChoice[];
  /** Keeps an unfinished form, without the secret. */
  readonly memory: vscode.Memento;
  newId(): string;
  hasSecret(connection: Connection): Promise<boolean>;
}

/** A filled-in connection and its secret. An empty secret means none, or the present one. */
export interface FilledIn {
  readonly connection: Connection;
  readonly secret: string;
}

/**
 * Asks for all details of a connection, one step each, with a way back. Undefined when the person
 * left: the form continues there next time.
 */
export async function askForConnection(
  start: Partial<Connection>,
  parts: FormParts,
): Promise<FilledIn | undefined> {
  const { memory } = parts;
  const key = formKey(start.id);
  const id = start.id ?? parts.newId();
  const isFixed = start.engine !== undefined || parts.choices.length === 1;
  const kept = parseKept(memory.get(key));
  let values = begin(start, kept?.values, parts.choices);
  let at = kept?.at;
  for (;;) {
    const { answer, next } = await askAt(at, values, { ...parts, id, isFixed });
    values = answer.values;
    // A complete form starts anew next time.
    await memory.update(key, { at: next ?? '', values });
    if (answer.kind === 'cancelled') return undefined;
    if (next === undefined) {
      const connection = toConnection(id, values, parts.choices);
      return { connection, secret: answer.secret ?? '' };
    }
    at = next;
  }
}

/** An unfinished form takes precedence over the settings. */
function begin(
  start: Partial<Connection>,
  kept: FormValues | undefined,
  choices: readonly EngineChoice[],
): FormValues {
  const values = kept ?? valuesOf(start);
  const [only, ...others] = choices;
  const engine = start.engine ?? (others.length === 0 ? only?.kind : undefined);
  return engine === undefined ? values : { ...values, engine };
}

/** Asks the step `at`, or the first step if the form no longer has that one. */
async function askAt(
  at: string | undefined,
  values: FormValues,
  parts: FormParts & { readonly id: string; readonly isFixed: boolean },
): Promise<{ readonly answer: StepAnswer; readonly next: FormStep | undefined }> {
  const { choices, isFixed } = parts;
  const steps = formSteps(values, choices, isFixed);
  const step = steps.find((one) => one === at) ?? steps[0] ?? 'engine';
  const answer = await askStep(step, values, {
    choices,
    canGoBack: step !== steps[0],
    hasSecret: async () => parts.hasSecret(toConnection(parts.id, values, choices)),
  });
  const after = formSteps(answer.values, choices, isFixed);
  return { answer, next: nextStep(answer.kind, step, after) };
}

/** Forgets the kept form after its values were saved in the settings. */
export async function forgetForm(memory: vscode.Memento, id: string | undefined): Promise<void> {
  await memory.update(formKey(id), undefined);
}

function nextStep(
  kind: StepAnswer['kind'],
  step: FormStep,
  steps: readonly FormStep[],
): FormStep | undefined {
  const index = steps.indexOf(step);
  if (kind === 'cancelled') return step;
  return steps[kind === 'back' ? index - 1 : index + 1];
}

function toConnection(
  id: string,
  values: FormValues,
  choices: readonly EngineChoice[],
): Connection {
  const choice = choiceOf(values, choices);
  const { url = '', name, placement = 'development' } = values;
  const { environment, readOnly } = placements.find(({ key }) => key === placement) ?? {
    environment: 'development',
    readOnly: false,
  };
  const fields = choice === undefined ? [] : shownFields(choice, values.details);
  const details = fields.flatMap(({ key }) => {
    const value = values.details[key];
    return value === undefined || value === '' ? [] : [[key, value] as const];
  });
  return {
    id,
    engine: choice?.kind ?? '',
    url,
    name: name ?? (URL.canParse(url) ? new URL(url).host : url),
    environment,
    readOnly,
    details: Object.fromEntries(details),
  };
}

function formKey(id: string | undefined): string {
  return `connectionForm.${id ?? 'new'}`;
}
