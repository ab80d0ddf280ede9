import { problemOfServer } from '../../domain/address.ts';
import { unencryptedWarning } from '../../app/connections/unencryptedWarning.ts';
import type { DetailField } from '../../domain/connection.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import type { InputPrompt } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import type { EngineChoice } from './engineChoice.ts';
import { choiceOf, withEngine } from './formSteps.ts';
import type { FormStep, FormValues } from './formSteps.ts';
import { placements } from './placements.ts';
import type { PlacementKey } from './placements.ts';

interface StepParts {
  readonly choices: readonly EngineChoice[];
  readonly canGoBack: boolean;
  hasSecret(): Promise<boolean>;
}

/** How the person left a step, with everything typed so far. */
export interface StepAnswer {
  readonly kind: 'next' | 'back' | 'cancelled';
  readonly values: FormValues;
  /** The secret of the last step. It is not kept. */
  readonly secret?: string;
}

/** Asks one step of the form. */
export async function askStep(
  step: FormStep,
  values: FormValues,
  parts: StepParts,
): Promise<StepAnswer> {
  const choice = choiceOf(values, parts.choices);
  if (step === 'engine' || choice === undefined) return askEngine(values, parts);
  const field = choice.details.find(({ key }) => step === `detail:${key}`);
  if (field !== undefined) return askDetail(choice, field, values, parts);
  if (step === 'placement') return askPlacement(choice, values, parts);
  if (step === 'secret') return askSecretStep(choice, values, parts);
  return step === 'url' ? askUrl(choice, values, parts) : askName(choice, values, parts);
}

async function askEngine(values: FormValues, { choices, canGoBack }: StepParts) {
  return pick<string>(
    {
      title: 'Add Connection',
      placeholder: 'What kind of server is it?',
      canGoBack,
      choices: choices.map(({ kind, label }) => ({ label, value: kind })),
      active: values.engine,
    },
    values,
    (engine) => withEngine(values, engine, choices),
  );
}

async function askUrl(choice: EngineChoice, values: FormValues, parts: StepParts) {
  const answer = await text(parts, {
    title: `${choice.label}: address`,
    prompt: 'The address of the server, with or without /api.',
    value: values.url ?? choice.exampleUrl,
    problem: problemOfServer,
  });
  return { kind: answer.kind, values: { ...values, url: answer.typed } };
}

async function askName(choice: EngineChoice, values: FormValues, parts: StepParts) {
  const host = URL.canParse(values.url ?? '') ? new URL(values.url ?? '').host : '';
  const { name, ...others } = values;
  const answer = await text(parts, {
    title: `${choice.label}: name`,
    prompt: 'What the tree shows.',
    value: name ?? host,
    problem: (typed) => (typed === '' ? 'A connection needs a name.' : undefined),
  });
  const { kind, typed } = answer;
  return { kind, values: typed === host || typed === '' ? others : { ...others, name: typed } };
}

async function askDetail(
  choice: EngineChoice,
  field: DetailField,
  values: FormValues,
  parts: StepParts,
): Promise<StepAnswer> {
  const { key, label, help, choices } = field;
  const title = `${choice.label}: ${label}`;
  const set = (value: string) => ({ ...values, details: { ...values.details, [key]: value } });
  if (choices !== undefined) {
    const { canGoBack } = parts;
    const active = values.details[key];
    return pick({ title, placeholder: help, canGoBack, choices, active }, values, set);
  }
  const isOptional = field.optional === true;
  const { kind, typed } = await text(parts, {
    title,
    prompt: isOptional ? `${help} May be left empty.` : help,
    value: values.details[key] ?? '',
    problem: (entry) => {
      if (entry === '') return isOptional ? undefined : `${label} is needed.`;
      return field.problem?.(entry, { url: values.url ?? '', details: values.details });
    },
  });
  return { kind, values: set(typed) };
}

async function askPlacement(choice: EngineChoice, values: FormValues, { canGoBack }: StepParts) {
  return pick<PlacementKey>(
    {
      title: `${choice.label}: environment`,
      placeholder: 'How careful must updates be?',
      canGoBack,
      choices: placements.map(({ key, label, detail }) => ({
        label,
        value: key,
        ...(detail === undefined ? {} : { detail }),
      })),
      active: values.placement,
    },
    values,
    (placement) => ({ ...values, placement }),
  );
}

async function askSecretStep(
  choice: EngineChoice,
  values: FormValues,
  parts: StepParts,
): Promise<StepAnswer> {
  const { kind: engine, label, secret } = choice;
  const { url = '', details } = values;
  const hasOne = await parts.hasSecret();
  const help = secret?.help ?? '';
  const word = secret?.label ?? 'Secret';
  const { kind, typed } = await text(parts, {
    title: `${values.name ?? label}: ${word}`,
    prompt: hasOne ? `${help} Leave it empty to keep the present one.` : help,
    value: '',
    password: true,
    problem: (entry) => (entry === '' && !hasOne ? `${word} is needed.` : undefined),
    warning: unencryptedWarning({ engine, url, details }, [choice]),
  });
  return kind === 'next' ? { kind, values, secret: typed } : { kind, values };
}

interface TextStep extends Pick<InputPrompt, 'title' | 'prompt' | 'value' | 'password'> {
  /** Why the typed text is invalid. While typing, an empty text is no problem. */
  problem(typed: string): string | undefined;
  /** Shown where there is no problem. */
  readonly warning?: string | undefined;
}

async function text(
  { canGoBack }: StepParts,
  { problem, warning, ...words }: TextStep,
): Promise<{ readonly kind: StepAnswer['kind']; readonly typed: string }> {
  const { kind, typed } = await inputPrompt({
    ...words,
    canGoBack,
    check: (entry) => {
      const message = problem(entry.trim());
      if (message !== undefined) return { message, severity: 'error' };
      return warning === undefined ? undefined : { message: warning, severity: 'warning' };
    },
  });
  const left = kind === 'accepted' ? 'next' : kind;
  return { kind: left === 'button' ? 'cancelled' : left, typed: typed.trim() };
}

async function pick<T extends string>(
  words: {
    readonly title: string;
    readonly placeholder: string;
    readonly canGoBack: boolean;
    readonly choices: readonly Choice<T>[];
    readonly active: string | undefined;
  },
  values: FormValues,
  set: (value: T) => FormValues,
): Promise<StepAnswer> {
  const { choices, active, ...titles } = words;
  const picked = await listPick<T>({
    ...titles,
    staysOpen: true,
    load: async () => ({ choices }),
    isActive: (value) => value === active,
  });
  if (picked.kind === 'picked') return { kind: 'next', values: set(picked.value) };
  return { kind: picked.kind, values };
}
