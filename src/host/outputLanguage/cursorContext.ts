import { pathSegment, takeToken } from './frame.ts';
import type { Frame } from './frame.ts';
import { tokensFrom } from './tokensFrom.ts';
import type { Token } from './tokensFrom.ts';

/** What the cursor is in, in a JSON text that may be half written. Offsets are UTF-16 units. */
export type CursorContext =
  | {
      readonly kind: 'key';
      /** The path of the object with the key. */
      readonly path: readonly string[];
      /** The range that a suggestion replaces; `end` is exclusive. */
      readonly start: number;
      readonly end: number;
      /** The other keys of the object. */
      readonly present: ReadonlySet<string>;
      /** True when a colon, and so a value, follows already. */
      readonly hasColon: boolean;
      /** The offset of a missing comma before the key. */
      readonly commaBefore?: number;
      /** True when the inserted text needs a comma after it. */
      readonly needsComma: boolean;
    }
  | {
      readonly kind: 'value';
      /** The path of the value. A list item's segment is its index. */
      readonly path: readonly string[];
      readonly start: number;
      readonly end: number;
      readonly needsComma: boolean;
    };

interface Spot {
  /** The token under the cursor, if there is one. */
  readonly touched?: Token;
  readonly tokens: readonly Token[];
}

/** Undefined in comments and after the object, where neither a key nor a value can stand. */
export function cursorContextAt(text: string, offset: number): CursorContext | undefined {
  const spot = spotAt(text, offset);
  if (spot === undefined) return undefined;
  const { tokens, touched } = spot;
  const frames: Frame[] = [];
  const before = tokens.filter((token) => token.start < offset && token !== touched);
  for (const token of before) takeToken(frames, token);
  const frame = frames.at(-1);
  if (frame === undefined) return undefined;

  const { start, end } = touched ?? { start: offset, end: offset };
  const after = tokens.filter((token) => token.start >= end && token !== touched);
  const [next] = after;
  const needsComma = beginsValue(next);
  const parents = frames.slice(0, -1).map(pathSegment);
  if (frame.awaits === 'value') {
    return { kind: 'value', path: [...parents, pathSegment(frame)], start, end, needsComma };
  }
  if (frame.kind === 'array' || frame.awaits === 'colon') return undefined;
  const commaBefore = frame.awaits === 'comma' ? before.at(-1)?.end : undefined;
  return {
    kind: 'key',
    path: parents,
    start,
    end,
    present: keysOf(frames, frame, after),
    hasColon: next?.kind === ':',
    ...(commaBefore === undefined ? {} : { commaBefore }),
    needsComma,
  };
}

function beginsValue(token: Token | undefined): boolean {
  return token !== undefined && !['}', ']', ',', ':'].includes(token.kind);
}

// The object may have more keys after the cursor.
function keysOf(frames: Frame[], frame: Frame, after: readonly Token[]): ReadonlySet<string> {
  for (const token of after) {
    takeToken(frames, token);
    if (!frames.includes(frame)) break;
  }
  return new Set(frame.keys);
}

function spotAt(text: string, offset: number): Spot | undefined {
  const tokens = tokensFrom(text, 0).filter((token) => token.kind !== 'comment' || covers(token));
  function covers(comment: Token): boolean {
    const isOpenEnd = !comment.isClosed || text.startsWith('//', comment.start);
    return (
      comment.start < offset && (offset < comment.end || (isOpenEnd && offset === comment.end))
    );
  }
  if (tokens.some(({ kind }) => kind === 'comment')) return undefined;
  const touched = tokens.find(
    ({ kind, start, end }) =>
      (kind === 'string' || kind === 'word') && start < offset && offset <= end,
  );
  if (touched === undefined) return { tokens };
  if (touched.isClosed) return { tokens, touched };
  // An unclosed text swallows the rest of its line, so that is scanned again.
  const begun = { ...touched, end: offset };
  const rest = tokensFrom(text, offset).filter(({ kind }) => kind !== 'comment');
  return {
    tokens: [...tokens.filter(({ start }) => start < touched.start), begun, ...rest],
    touched: begun,
  };
}
