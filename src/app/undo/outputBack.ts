import { isJsonObject, jsonEquals } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputChange } from '../../domain/taskUpdate.ts';
import { sameOutput } from '../output/sameOutput.ts';

/**
 * One part of an undo: nothing to send, a value to send, or the reason why it cannot be restored.
 */
export type Back<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'send'; readonly value: T; readonly stays: readonly string[] }
  | { readonly kind: 'stuck'; readonly why: string };

/**
 * The output change that restores an earlier output: exactly if the engine can replace it,
 * otherwise as far as merging can.
 */
export function outputBack(
  { before, update }: JournalEntry,
  after: Snapshot,
  now: Task,
): Back<OutputChange> {
  const isUntouched = sameOutput(before.output, after.output);
  if (isUntouched && update.output === undefined) return { kind: 'none' };
  if ([before, after, now].some(({ isOutputHidden }) => isOutputHidden === true)) {
    return stuck('The engine keeps an output of this size apart: it cannot be restored from here.');
  }
  if (isUntouched || sameOutput(before.output, now.output)) return { kind: 'none' };
  const option = now.options.output;
  if (option === undefined) return stuck('The task takes no output: it cannot be restored.');
  if (option.kind === 'text') return textBack(before);
  const held = isJsonObject(now.output) ? now.output : {};
  const earlier = before.output ?? {};
  if (!isJsonObject(earlier)) return stuck('The earlier output was a text: none is taken now.');
  if (option.modes.includes('replace')) {
    return { kind: 'send', value: { kind: 'object', mode: 'replace', value: earlier }, stays: [] };
  }
  return mergedBack(earlier, held);
}

function textBack({ output }: Snapshot): Back<OutputChange> {
  if (isJsonObject(output)) return stuck('The earlier output was an object: none is taken now.');
  return { kind: 'send', value: { kind: 'text', text: output ?? '' }, stays: [] };
}

// A merge changes keys and removes none.
function mergedBack(earlier: JsonObject, held: JsonObject): Back<OutputChange> {
  const changed = Object.entries(earlier).filter(
    ([key, value]) => !Object.hasOwn(held, key) || !jsonEquals(held[key], value),
  );
  const added = Object.keys(held).filter((key) => !Object.hasOwn(earlier, key));
  const names = added.map((key) => JSON.stringify(key)).join(', ');
  const word = added.length === 1 ? 'The key' : 'The keys';
  if (changed.length === 0) {
    return stuck(`${word} ${names} cannot be taken back: the engine only merges outputs.`);
  }
  const verb = added.length === 1 ? 'stays' : 'stay';
  return {
    kind: 'send',
    value: { kind: 'object', mode: 'merge', value: Object.fromEntries(changed) },
    stays: added.length === 0 ? [] : [`${word} ${names} ${verb}: the engine only merges outputs.`],
  };
}

function stuck<T>(why: string): Back<T> {
  return { kind: 'stuck', why };
}
