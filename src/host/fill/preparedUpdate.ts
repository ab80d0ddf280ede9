import { fieldProblems } from '../../app/updates/fieldProblems.ts';
import type { Recipe } from '../../app/recipes/recipe.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { UpdateOptions } from '../../domain/taskUpdate.ts';
import type { Composition } from '../compose/composition.ts';

/** A recipe's update without the output, and the parts that the task does not take. */
export interface PreparedUpdate {
  readonly composition: Pick<Composition, 'status' | 'mode' | 'reason' | 'fields'>;
  /** One sentence each. */
  readonly problems: readonly string[];
}

/** `reason` and `fields` come from the recipe, with their variables replaced. */
export function preparedUpdate(
  { options, name }: Task,
  { status, mode }: Pick<Recipe, 'status' | 'mode'>,
  { reason, fields }: { readonly reason: string; readonly fields: JsonObject },
): PreparedUpdate {
  const parts = [
    statusPart(options, name, status),
    modePart(options, mode),
    reasonPart(options, reason),
    fieldsPart(options, fields),
  ];
  return {
    composition: Object.assign({}, ...parts.map((part) => part.composition)),
    problems: parts.flatMap((part) => part.problems),
  };
}

const nothing: PreparedUpdate = { composition: {}, problems: [] };

function statusPart(
  { statuses }: UpdateOptions,
  name: string,
  status: string | undefined,
): PreparedUpdate {
  if (status === undefined) return nothing;
  const option = statuses.find((known) => known.status === status);
  if (option === undefined) return leftOut(`${name} takes no status ${status}.`);
  if (option.unavailable !== undefined) return leftOut(`${status}: ${option.unavailable}`);
  return { composition: { status }, problems: [] };
}

function modePart({ output }: UpdateOptions, mode: Recipe['mode']): PreparedUpdate {
  if (mode === undefined || output?.kind === 'text') return nothing;
  if (output?.modes.includes(mode) === true) return { composition: { mode }, problems: [] };
  return leftOut(`This engine does not ${mode} outputs.`);
}

function reasonPart({ reasonLimit }: UpdateOptions, reason: string): PreparedUpdate {
  if (reason.trim() === '') return nothing;
  if (reasonLimit === undefined) return leftOut('This task takes no reason.');
  if (reason.length > reasonLimit) {
    return leftOut(`The reason has more than ${reasonLimit} characters.`);
  }
  return { composition: { reason }, problems: [] };
}

function fieldsPart(options: UpdateOptions, fields: JsonObject): PreparedUpdate {
  const problems = fieldProblems(options, { fields });
  const wrong = new Set(problems.map(({ path }) => path?.[1]));
  const usable = Object.entries(fields).filter(([key]) => !wrong.has(key));
  return {
    composition: usable.length === 0 ? {} : { fields: Object.fromEntries(usable) },
    problems: problems.map(({ message }) => message),
  };
}

function leftOut(problem: string): PreparedUpdate {
  return { composition: {}, problems: [problem] };
}
