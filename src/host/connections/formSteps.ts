import type { Connection, DetailField } from '../../domain/connection.ts';
import type { EngineChoice } from './engineChoice.ts';
import { placementOf } from './placements.ts';
import type { PlacementKey } from './placements.ts';

/** The values typed so far, without the secret. */
export interface FormValues {
  readonly engine?: string;
  readonly url?: string;
  /** Absent while the name is the host of the address. */
  readonly name?: string;
  readonly placement?: PlacementKey;
  readonly details: Readonly<Record<string, string>>;
}

export type FormStep = 'engine' | 'url' | 'name' | 'placement' | 'secret' | `detail:${string}`;

/** An unfinished form and the step to continue at. */
export interface KeptForm {
  readonly at: string;
  readonly values: FormValues;
}

/** The steps of the form in order, which depend on the values so far. */
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

/** Changes the engine. An address that nobody typed is dropped. */
export function withEngine(
  values: FormValues,
  engine: string,
  choices: readonly EngineChoice[],
): FormValues {
  const { url, ...others } = values;
  const isTyped = url !== undefined && choices.every(({ exampleUrl }) => exampleUrl !== url);
  return { ...others, ...(isTyped ? { url } : {}), engine };
}

/** The form kept by an earlier window; undefined when there is none that is valid. */
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
