import type { Token } from './tokensFrom.ts';

/** An open object or list at some offset of a text, and the token that it expects next. */
export interface Frame {
  readonly kind: 'object' | 'array';
  awaits: 'key' | 'colon' | 'value' | 'comma';
  key: string;
  index: number;
  readonly keys: string[];
}

/** The path segment of the current value: the key, or the index in a list. */
export function pathSegment(frame: Frame): string {
  return frame.kind === 'object' ? frame.key : String(frame.index);
}

/** Takes the next token. It copes with broken text as well as it can. */
export function takeToken(frames: Frame[], token: Token): void {
  const frame = frames.at(-1);
  switch (token.kind) {
    case '{':
      return void frames.push({ kind: 'object', awaits: 'key', key: '', index: 0, keys: [] });
    case '[':
      return void frames.push({ kind: 'array', awaits: 'value', key: '', index: 0, keys: [] });
    case '}':
    case ']':
      frames.pop();
      return endValue(frames.at(-1));
    case ',':
      return nextItem(frame);
    case ':':
      if (frame?.kind === 'object') frame.awaits = 'value';
      return undefined;
    case 'string':
    case 'word':
      return literal(frame, token);
    case 'comment':
      return undefined;
  }
}

function nextItem(frame: Frame | undefined): void {
  if (frame === undefined) return;
  frame.awaits = frame.kind === 'object' ? 'key' : 'value';
  frame.index += 1;
}

function endValue(frame: Frame | undefined): void {
  if (frame !== undefined) frame.awaits = 'comma';
}

function literal(frame: Frame | undefined, token: Token): void {
  // After a missing comma, a string starts the next key.
  const isKey = frame?.kind === 'object' && frame.awaits !== 'value' && frame.awaits !== 'colon';
  if (frame === undefined || !isKey) return endValue(frame);
  frame.key = token.value;
  frame.keys.push(token.value);
  frame.awaits = 'colon';
}
