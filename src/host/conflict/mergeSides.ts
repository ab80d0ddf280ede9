import { formatOutput } from '../../app/output/formatOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import type { Merging } from '../../app/drafts/drafts.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Output } from '../../domain/task.ts';
import type { OutputMode, OutputOption } from '../../domain/taskUpdate.ts';
import { takeTheirs } from './takeTheirs.ts';

export interface Conflict {
  /** The output when the person looked. */
  readonly base: Output;
  /** The output that the engine holds now. */
  readonly held: Output;
  /** The text that the person has written. */
  readonly text: string;
  readonly option: OutputOption;
  readonly mode: OutputMode;
}

export interface MergeSides extends Merging {
  /** The keys that both sides changed differently; undefined when the text is no JSON object. */
  readonly disputed?: readonly string[];
}

/**
 * The texts of a three-way merge, with equal lines in the same order on all sides. The merge starts
 * from yours and takes over changes without a conflict, so the person can leave at any moment
 * without losing text.
 */
export function mergeSides(conflict: Conflict): MergeSides {
  const { held, text, option, mode } = conflict;
  const parsed = parseOutput(text, option, mode);
  if (parsed.kind === 'bad' || parsed.output?.kind !== 'object') {
    return {
      base: formatOutput(conflict.base),
      theirs: formatOutput(held),
      yours: text,
      merged: text,
    };
  }
  const { value } = parsed.output;
  const [before, now] = [objectOf(conflict.base), objectOf(held)];
  // When merging, keys missing in yours stay as they are, so they are left out here.
  const isKept = (key: string) =>
    mode === 'replace' || Object.hasOwn(value, key) || !Object.hasOwn(before, key);
  const base = orderedLike(pick(before, isKept), value);
  const theirs = orderedLike(pick(now, isKept), { ...base, ...value });
  const yours = spread(text, value);
  const end = yours.endsWith('\n') ? '\n' : '';
  const merged = takeTheirs(yours, { base, theirs, yours: value });
  return {
    base: formatOutput(base) + end,
    theirs: formatOutput(theirs) + end,
    yours,
    merged: merged.text,
    disputed: merged.disputed,
  };
}

function objectOf(output: Output): JsonObject {
  return isJsonObject(output) ? output : {};
}

function pick(object: JsonObject, isKept: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => isKept(key)));
}

/** The same value, with its keys in the order of `model` at every depth; other keys follow. */
function orderedLike(object: JsonObject, model: JsonObject): JsonObject {
  const known = Object.keys(model).filter((key) => Object.hasOwn(object, key));
  const others = Object.keys(object).filter((key) => !Object.hasOwn(model, key));
  const pairs = [...known, ...others].map((key): readonly [string, Json] => {
    const value = object[key] ?? null;
    const like = Object.hasOwn(model, key) ? model[key] : undefined;
    return [key, isJsonObject(value) && isJsonObject(like) ? orderedLike(value, like) : value];
  });
  return Object.fromEntries(pairs);
}

// Text from the one-line box is spread over lines. Only whitespace changes.
function spread(text: string, value: JsonObject): string {
  const isOneLine = !text.trim().includes('\n');
  const mayHaveComments = text.includes('//') || text.includes('/*');
  return isOneLine && !mayHaveComments ? `${formatOutput(value)}\n` : text;
}
