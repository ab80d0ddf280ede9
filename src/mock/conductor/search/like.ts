/** Which letters of a pattern stand for any text, and which for one letter. */
interface Wildcards {
  readonly any: ReadonlySet<string>;
  readonly one: ReadonlySet<string>;
}

/** The values of a query. */
export const starOnly: Wildcards = { any: new Set(['*']), one: new Set() };

const text: Wildcards = { any: new Set(['*', '%']), one: new Set(['_']) };
const oldText: Wildcards = { any: new Set(['%']), one: new Set(['_']) };

/**
 * True where a text contains this free text, which reaches SQL with its own wildcards. Servers
 * before 3.22 do not know the star.
 */
export function hasFreeText(value: string, freeText: string, isRecent: boolean): boolean {
  if (!/[*%_]/.test(freeText)) return value.toLowerCase().includes(freeText.toLowerCase());
  return isLike(value, `%${freeText}%`, isRecent ? text : oldText);
}

/**
 * SQLite's LIKE, which ignores case. Goes back only to the last wildcard, so
 * its time is the product of both lengths at most.
 */
export function isLike(value: string, pattern: string, { any, one }: Wildcards): boolean {
  const found = value.toLowerCase();
  const wanted = pattern.toLowerCase();
  let [at, place] = [0, 0];
  let back: { readonly place: number; at: number } | undefined;
  while (at < found.length) {
    const sign = wanted[place];
    if (sign !== undefined && any.has(sign)) {
      back = { place: place + 1, at };
      place += 1;
    } else if (sign !== undefined && (sign === found[at] || one.has(sign))) {
      at += 1;
      place += 1;
    } else if (back === undefined) {
      return false;
    } else {
      back.at += 1;
      at = back.at;
      place = back.place;
    }
  }
  while (any.has(wanted[place] ?? '')) place += 1;
  return place === wanted.length;
}
