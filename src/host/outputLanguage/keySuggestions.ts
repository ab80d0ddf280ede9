import { isJsonNumber, isJsonObject } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import { originText, typesOf } from './describeKey.ts';
import { keysAt } from './knowledge.ts';
import type { Knowledge, KnownKey } from './knowledge.ts';
import type { CursorContext } from './cursorContext.ts';
import { valueSuggestions } from './valueSuggestions.ts';

/** A key for completion. */
export interface KeySuggestion {
  readonly known: KnownKey;
  /** Where it comes from, in a few words. */
  readonly origin: string;
  /**
   * The text that replaces the typed one: the quoted key, then a colon and an opening bracket if
   * they are missing.
   */
  readonly before: string;
  /** The text after the cursor. */
  readonly after: string;
  /** True when the values of the key can be suggested next. */
  readonly hasValues: boolean;
}

/** The keys that fit at the cursor. Keys that later tasks read come first. */
export function keySuggestions(
  knowledge: Knowledge,
  context: Extract<CursorContext, { kind: 'key' }>,
): readonly KeySuggestion[] {
  return keysAt(knowledge, context.path)
    .filter(({ key }) => !context.present.has(key))
    .map((known, index) => ({ known, rank: rankOf(known), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ known }) => toSuggestion(knowledge, context, known));
}

function toSuggestion(
  knowledge: Knowledge,
  context: Extract<CursorContext, { kind: 'key' }>,
  known: KnownKey,
): KeySuggestion {
  const quoted = JSON.stringify(known.key);
  const origin = originText(known);
  if (context.hasColon) return { known, origin, before: quoted, after: '', hasValues: false };
  const [open, close] = bracesFor(known);
  const values = open === '' ? valueSuggestions(knowledge, [...context.path, known.key]) : [];
  // The suggested values have their own quotes.
  const isChosen = values.length > 0 && open !== '{';
  return {
    known,
    origin,
    before: `${quoted}: ${isChosen ? '' : open}`,
    after: `${isChosen ? '' : close}${context.needsComma ? ',' : ''}`,
    hasValues: isChosen || open === '{',
  };
}

/** The quotes or brackets that the key's value surely needs. */
function bracesFor(known: KnownKey): readonly [open: string, close: string] {
  const { schemas, held, earlier, below } = known;
  if (below.length > 0) return ['{', '}'];
  const types = new Set(schemas.flatMap(typesOf));
  const samples = [held, ...earlier.map(({ value }) => value)].filter((one) => one !== undefined);
  const kinds = types.size > 0 ? types : new Set(samples.map(kindOf));
  const [kind] = kinds;
  if (kinds.size !== 1) return ['', ''];
  if (kind === 'object') return ['{', '}'];
  if (kind === 'array') return ['[', ']'];
  return kind === 'string' && samples.length === 0 ? ['"', '"'] : ['', ''];
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  if (isJsonNumber(value)) return 'number';
  return value === null ? 'null' : typeof value;
}

function rankOf({ readers, isRequired, sources, schemas, held }: KnownKey): number {
  const reasons = [readers.length > 0, isRequired, sources.length > 0, schemas.length > 0];
  const first = [...reasons, held !== undefined].indexOf(true);
  return first === -1 ? reasons.length + 1 : first;
}
