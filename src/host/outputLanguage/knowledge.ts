import type { OutputHint, OutputHints } from '../../domain/engine.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Output, Task } from '../../domain/task.ts';
import { listOf, objectOf, schemasAt } from './schemasAt.ts';
import { valueAt } from './valueAt.ts';

/** All that is known about a task's output while the person writes it. */
export interface Knowledge {
  /** The engine's output, if the engine shows it. */
  readonly held: Output;
  readonly hints: OutputHints;
}

/** All that is known about a key. */
export interface KnownKey {
  readonly key: string;
  /** The later tasks that read the key or something below it. */
  readonly readers: readonly string[];
  /** Other sources of the key: "promised by the task definition". */
  readonly sources: readonly string[];
  readonly isRequired: boolean;
  readonly schemas: readonly JsonObject[];
  readonly held: Json | undefined;
  /** Newest first. */
  readonly earlier: readonly EarlierValue[];
  /** The known keys below it. */
  readonly below: readonly string[];
}

export interface EarlierValue {
  readonly source: string;
  readonly endedAt?: number;
  readonly value: Json;
}

const readBy = /^read by (.+)$/s;

export const noHints: OutputHints = { keys: [], earlier: [] };

/** Combines what the engine says about the task with the hints. */
export function knowledgeOf(task: Task, hints: OutputHints): Knowledge {
  const promised = (task.options.output?.knownKeys ?? []).map((key) => ({
    path: [key],
    source: 'promised by the task definition',
  }));
  return {
    held: task.isOutputHidden === true ? undefined : task.output,
    hints: { ...hints, keys: [...hints.keys, ...promised] },
  };
}

/** The known keys of the object at a path, in the order of their discovery. */
export function keysAt(knowledge: Knowledge, path: readonly string[]): readonly KnownKey[] {
  const { hints, held } = knowledge;
  const objects = [held, ...hints.earlier.map(({ value }) => value)].map((output) =>
    valueAt(output, path),
  );
  const names = new Set([
    ...hints.keys.flatMap((hint) =>
      isBelow(hint.path, path) ? (hint.path[path.length] ?? []) : [],
    ),
    ...schemasAt(hints.schema, path).flatMap((schema) =>
      Object.keys(objectOf(schema['properties'])),
    ),
    ...objects.flatMap((value) => (isJsonObject(value) ? Object.keys(value) : [])),
  ]);
  return [...names].map((key) => keyAt(knowledge, [...path, key]));
}

/** All that is known about the key at a path. */
export function keyAt({ hints, held }: Knowledge, path: readonly string[]): KnownKey {
  const key = path.at(-1) ?? '';
  const parent = path.slice(0, -1);
  const about = hints.keys.filter((hint) => isBelow(hint.path, parent, key));
  const readers = about.flatMap(readersOf);
  const sources = about
    .filter((hint) => hint.path.length === path.length)
    .flatMap(({ source }) => voicesOf(source).filter((voice) => !readBy.test(voice)));
  const earlier = hints.earlier.flatMap(({ source, endedAt, value: output }) => {
    const value = valueAt(output, path);
    const time = endedAt === undefined ? {} : { endedAt };
    return value === undefined ? [] : [{ source, ...time, value }];
  });
  return {
    key,
    readers: [...new Set(readers)],
    sources: [...new Set(sources)],
    isRequired: schemasAt(hints.schema, parent, 'always').some((schema) =>
      listOf(schema['required']).includes(key),
    ),
    schemas: schemasAt(hints.schema, path),
    held: valueAt(held, path),
    earlier,
    below: [...new Set(about.flatMap((hint) => hint.path[path.length] ?? []))],
  };
}

/** The tasks that read a key, from a hint that says "read by NAME", alone or with other words. */
export function readersOf({ source }: OutputHint): readonly string[] {
  return voicesOf(source).flatMap((voice) => readBy.exec(voice)?.[1] ?? []);
}

function voicesOf(source: string): readonly string[] {
  return source.split(/, (?=read by |promised by )/);
}

// An index in a list stands for every index: all items have the same keys.
function isBelow(hinted: readonly string[], path: readonly string[], key?: string): boolean {
  const isSame = (a: string | undefined, b: string) =>
    a === b || (a !== undefined && /^(\d+|\*)$/.test(a) && /^\d+$/.test(b));
  return (
    path.every((segment, index) => isSame(hinted[index], segment)) &&
    (key === undefined || isSame(hinted[path.length], key))
  );
}
