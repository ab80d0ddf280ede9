import { type ExactOptions, type JsonTokens, jsonTokens } from './jsonTokens.ts';

/** A list or an object that is not closed yet. */
type Container =
  | { readonly held: unknown[] }
  | { readonly held: Record<string, unknown>; key: string };

/**
 * Parses JSON of any depth: it keeps its own stack, where a parser that calls itself runs out of
 * the machine's. For a duplicate key the last value wins, as in JSON.parse. Throws SyntaxError.
 */
export function parseExact(text: string, options: ExactOptions): unknown {
  const tokens = jsonTokens(text, options);
  const open: Container[] = [];
  for (;;) {
    const whole = close(open, tokens, begin(open, tokens));
    if (whole !== undefined) return tokens.isAtEnd() ? whole.value : tokens.fail();
  }
}

/** Opens containers down to the next value that is complete. */
function begin(open: Container[], tokens: JsonTokens): unknown {
  for (;;) {
    if (tokens.skip('[')) {
      if (tokens.skip(']')) return [];
      open.push({ held: [] });
    } else if (tokens.skip('{')) {
      if (tokens.skip('}')) return {};
      open.push({ held: {}, key: tokens.key() });
    } else {
      return tokens.scalar();
    }
  }
}

/**
 * Puts a value into its container, and each container that ends with it into the next one.
 * Undefined where more follows, else the whole value.
 */
function close(
  open: Container[],
  tokens: JsonTokens,
  first: unknown,
): { readonly value: unknown } | undefined {
  let value = first;
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if ('key' in top) setOwn(top.held, top.key, value);
    else top.held.push(value);
    if (tokens.skip(',')) {
      if ('key' in top) top.key = tokens.key();
      return undefined;
    }
    if (!tokens.skip('key' in top ? '}' : ']')) tokens.fail();
    open.pop();
    value = top.held;
  }
  return { value };
}

/** A plain assignment to `__proto__` would set the prototype. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  const own = { value, writable: true, enumerable: true, configurable: true };
  if (key === '__proto__') Object.defineProperty(object, key, own);
  else object[key] = value;
}
