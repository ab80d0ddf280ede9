type Part =
  | { readonly kind: 'character'; readonly is: string }
  /** Any text, also none. */
  | { readonly kind: 'any' }
  /** One character or more, without a slash. */
  | { readonly kind: 'segment' };

const longest = 2_000;

/**
 * A test for texts that contain what `source` describes. Its signs are a few of regular
 * expressions: `^` and `$` for the ends, `|` for alternatives, `.*` for any text, `[^/]+` for a
 * segment of a path. The work is at most the product of both lengths: no request hangs the process.
 * @throws {TypeError} for any other sign
 */
export function createPattern(source: string): (text: string) => boolean {
  if (source.length > longest) throw new TypeError(`A pattern has at most ${longest} characters.`);
  const alternatives = source.split('|').map(partsOf);
  return (text) => alternatives.some((parts) => matches(text, parts));
}

function partsOf(source: string): readonly Part[] {
  const isStart = source.startsWith('^');
  const isEnd = source.endsWith('$');
  const inner = source.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  const parts = Array.from(inner.matchAll(/\.\*|\[\^\/\]\+|[^]/g), ([sign]) => partOf(sign));
  const any: Part = { kind: 'any' };
  return [...(isStart ? [] : [any]), ...parts, ...(isEnd ? [] : [any])];
}

function partOf(sign: string): Part {
  if (sign === '.*') return { kind: 'any' };
  if (sign === '[^/]+') return { kind: 'segment' };
  if (/[\^$*+?()[\]{}\\]/.test(sign)) {
    throw new TypeError(`A pattern cannot contain ${sign} here; it knows ^ $ | .* and [^/]+.`);
  }
  return { kind: 'character', is: sign };
}

/** Follows all ways through the parts at once, one character of the text at a time. */
function matches(text: string, parts: readonly Part[]): boolean {
  let open = new Set<number>();
  const enter = (places: Set<number>, at: number) => {
    if (places.has(at)) return;
    places.add(at);
    if (parts[at]?.kind === 'any') enter(places, at + 1);
  };
  enter(open, 0);
  for (const character of text.split('')) {
    const next = new Set<number>();
    for (const at of open) {
      const part = parts[at];
      if (part?.kind === 'character' && part.is === character) enter(next, at + 1);
      if (part?.kind === 'any') enter(next, at);
      if (part?.kind === 'segment' && character !== '/') {
        next.add(at);
        enter(next, at + 1);
      }
    }
    open = next;
  }
  return open.has(parts.length);
}
