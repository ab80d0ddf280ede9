import type { Connection, DetailField } from '../../domain/connection.ts';
import type { EngineChoice } from './engineChoice.ts';
import { placementOf } from './placements.ts';
import type { PlacementKey } from './placements.ts';

/** What was typed into the form so far. A secret is never part of it. */
export interface FormValues {
  readonly engine?: string;
  readonly url?: string;
  /** Absent while it is the host of the address. */
  readonly name?: string;
  readonly placement?: PlacementKey;
  readonly details: Readonly<Record<string, string>>;
}

export type FormStep = 'engine' | 'url' | 'name' | 'placement' | 'secret' | `detail:${string}`;

/** The form as it was left: where it goes on. */
export interface KeptForm {
  readonly at: string;
  readonly values: FormValues;
}

/** The steps in their order, as far as what was answered decides about them. */
export function formSteps(
  values: FormValues,
  choices: readonly EngineChoice[],
  isEngineFixed: boolean,
): readonly FormStep[] {
  const choice = choiceOf(values, choices);
  const start: readonly FormStep[] = isEngineFixed ? [] : ['engine'];
  if (choice === undefined) return start;
  const fields = shownFields(choice, values.details);
  return [
    ...start,
    'url',
    ...fields.map(({ key }) => `detail:${key}` as const),
    'name',
    'placement',
    ...(choice.secret?.when(values.details) === true ? (['secret'] as const) : []),
  ];
}

export function choiceOf(
  { engine }: FormValues,
  choices: readonly EngineChoice[],
): EngineChoice | undefined {
  return choices.find(({ kind }) => kind === engine);
}

export function shownFields(
  { details }: EngineChoice,
  values: FormValues['details'],
): readonly DetailField[] {
  return details.filter((field) => field.when?.(values) !== false);
}

export function valuesOf(start: Partial<Connection>): FormValues {
  const { engine, url, name, details } = start;
  return {
    ...(engine === undefined ? {} : { engine }),
    ...(url === undefined ? {} : { url }),
    ...(name === undefined ? {} : { name }),
    ...(start.environment === undefined ? {} : { placement: placementOf(start) }),
    details: details ?? {},
  };
}

/** Another engine: an address that nobody typed goes with the one before. */
export function withEngine(
  values: FormValues,
  engine: string,
  choices: readonly EngineChoice[],
): FormValues {
  const { url, ...others } = values;
  const isTyped = url !== undefined && choices.every(({ exampleUrl }) => exampleUrl !== url);
  return { ...others, ...(isTyped ? { url } : {}), engine };
}

/** What an earlier window kept; undefined where there is nothing that can be used. */
export function parseKept(value: unknown): KeptForm | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, values } = value as Partial<KeptForm>;
  if (typeof at !== 'string' || typeof values !== 'object' || values === null) return undefined;
  const { details, ...texts } = values;
  if (typeof details !== 'object' || details === null) return undefined;
  const isText = [...Object.values(details), ...Object.values(texts)].every(
    (text) => typeof text === 'string',
  );
  return isText ? { at, values } : undefined;
}
