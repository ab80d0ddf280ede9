import { applyEdits, modify, parseTree } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { isJsonObject, jsonEquals, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';

interface Sides {
  readonly base: JsonObject;
  readonly theirs: JsonObject;
  readonly yours: JsonObject;
}

/** A change of theirs that yours does not touch. An undefined value removes the key. */
interface Taken {
  readonly path: readonly string[];
  readonly value: Json | undefined;
}

const indent = 2;
// A text that no document contains. It is replaced by the value afterwards, because jsonc-parser
// would round long numbers.
const placeholder = '\u0000value\u0000';

export interface Merged {
  readonly text: string;
  /** The paths that both sides changed differently. They keep the value of yours. */
  readonly disputed: readonly string[];
}

/**
 * Puts theirs' changes that do not conflict into the text of yours. Comments, whitespace and all
 * digits stay.
 */
export function takeTheirs(text: string, sides: Sides): Merged {
  const { taken, disputed } = compare(sides);
  let result = text;
  for (const one of taken) result = withTaken(result, one);
  const errors: ParseError[] = [];
  parseTree(result, errors, { allowTrailingComma: true });
  return { text: errors.length === 0 ? result : text, disputed };
}

interface Compared {
  readonly taken: readonly Taken[];
  readonly disputed: readonly string[];
}

function compare({ base, theirs, yours }: Sides, path: readonly string[] = []): Compared {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(theirs)])];
  const parts = keys.map((key): Compared => {
    const [before, now, mine] = [own(base, key), own(theirs, key), own(yours, key)];
    if (jsonEquals(before, now) || jsonEquals(mine, now)) return { taken: [], disputed: [] };
    const keyPath = [...path, key];
    if (jsonEquals(mine, before)) return { taken: [{ path: keyPath, value: now }], disputed: [] };
    return isJsonObject(before) && isJsonObject(now) && isJsonObject(mine)
      ? compare({ base: before, theirs: now, yours: mine }, keyPath)
      : { taken: [], disputed: [keyPath.join('.')] };
  });
  return {
    taken: parts.flatMap(({ taken }) => taken),
    disputed: parts.flatMap(({ disputed }) => disputed),
  };
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function withTaken(text: string, { path, value }: Taken): string {
  const formattingOptions = { insertSpaces: true, tabSize: indent, eol: '\n' };
  const edits = modify(text, [...path], value === undefined ? undefined : placeholder, {
    formattingOptions,
  });
  if (value === undefined) return applyEdits(text, edits);
  const lines = stringifyJson(value, indent).replaceAll(
    '\n',
    `\n${' '.repeat(path.length * indent)}`,
  );
  return applyEdits(text, edits).replace(JSON.stringify(placeholder), () => lines);
}
