import type { Token } from './tokensFrom.ts';

/** An object or a list that is open at a place of a text, and what it awaits there. */
export interface Frame {
  readonly kind: 'object' | 'array';
  awaits: 'key' | 'colon' | 'value' | 'comma';
  key: string;
  index: number;
  readonly keys: string[];
}

/** Which of its values is being written: the key, or the index in a list. */
export function pathSegment(frame: Frame): string {
  return frame.kind === 'object' ? frame.key : String(frame.index);
}

/** Takes one more token; what is broken is passed over as well as can be. */
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
  // Where a comma was forgotten, a text begins the next key.
  const isKey = frame?.kind === 'object' && frame.awaits !== 'value' && frame.awaits !== 'colon';
  if (frame === undefined || !isKey) return endValue(frame);
  frame.key = token.value;
  frame.keys.push(token.value);
  frame.awaits = 'colon';
}
