import { isJsonObject, jsonEquals, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Output } from '../../domain/task.ts';
import type { ExpectedStatus, OutputChange, TaskUpdate } from '../../domain/taskUpdate.ts';

/** What the task should show after an update. */
export interface Expectation {
  readonly before: Snapshot;
  readonly update: TaskUpdate;
  readonly expected: readonly ExpectedStatus[];
}

/** A difference between what is expected and what the task shows. Both sides are words. */
export interface Mismatch {
  readonly what: 'status' | 'output' | 'reason' | 'field';
  readonly expected: string;
  readonly actual: string;
}

export function expectationOf(entry: JournalEntry): Expectation {
  const { before, update } = entry;
  const expected = entry.expected ?? [{ status: update.status ?? before.status }];
  return { before, update, expected };
}

/** The differences between the expectation and a snapshot. None: the snapshot shows the update. */
export function mismatches(expectation: Expectation, shown: Snapshot): readonly Mismatch[] {
  return [
    ...statusMismatch(expectation, shown),
    ...(shown.isOutputHidden === true
      ? []
      : outputMismatch(expectation.update.output, shown.output)),
    ...reasonMismatch(expectation.update.reason, shown.reason),
    ...fieldMismatches(expectation.update.fields, shown.fields),
  ];
}

/** The fields of an update that the task never shows, such as log lines. */
export function unseenFields({ update, before }: Expectation): readonly string[] {
  return Object.keys(update.fields ?? {}).filter((key) => !Object.hasOwn(before.fields ?? {}, key));
}

export function expectedWords(expectation: Expectation): string {
  return expectation.expected.map(({ status }) => status).join(' or ');
}

/**
 * True when the output equals what was sent only after rounding numbers to doubles, as engines do.
 */
export function isRounded(change: OutputChange | undefined, shown: Output): boolean {
  return change?.kind === 'object' && !holds(change, shown, jsonEquals);
}

function statusMismatch(expectation: Expectation, shown: Snapshot): readonly Mismatch[] {
  if (expectation.expected.some(({ status }) => status === shown.status)) return [];
  return [{ what: 'status', expected: expectedWords(expectation), actual: shown.status }];
}

function outputMismatch(change: OutputChange | undefined, shown: Output): readonly Mismatch[] {
  if (change === undefined || holds(change, shown, equalsAsDoubles)) return [];
  return [
    { what: 'output', expected: 'the output as it was sent', actual: shownOutput(change, shown) },
  ];
}

type Equals = (a: Json | undefined, b: Json | undefined) => boolean;

function holds(change: OutputChange, shown: Output, equals: Equals): boolean {
  if (change.kind === 'text') return change.text === (shown ?? '');
  if (change.mode === 'replace') return equals(change.value, shown ?? {});
  return differingKeys(change.value, shown, equals).length === 0;
}

function differingKeys(value: JsonObject, shown: Output, equals: Equals): readonly string[] {
  const held = isJsonObject(shown) ? shown : {};
  return Object.keys(value).filter(
    (key) => !Object.hasOwn(held, key) || !equals(value[key], held[key]),
  );
}

// Servers read fractions as doubles, so the digits that they show may differ from those sent.
function equalsAsDoubles(a: Json | undefined, b: Json | undefined): boolean {
  if (jsonEquals(a, b)) return true;
  return a !== undefined && b !== undefined && jsonEquals(asDoubles(a), asDoubles(b));
}

function asDoubles(value: Json): Json {
  return JSON.parse(stringifyJson(value)) as Json;
}

function shownOutput(change: OutputChange, shown: Output): string {
  if (shown === undefined) return 'no output';
  if (change.kind === 'text' || !isJsonObject(shown)) return 'another output';
  const keys = differingKeys(change.value, shown, equalsAsDoubles).slice(0, 3);
  if (keys.length === 0) return 'an output with other keys beside';
  return `another output (see ${keys.map((key) => JSON.stringify(key)).join(', ')})`;
}

function reasonMismatch(sent: string | undefined, shown: string | undefined): readonly Mismatch[] {
  if (sent === undefined || sent === '' || isSameReason(sent, shown ?? '')) return [];
  const actual = shown === undefined || shown === '' ? 'no reason' : 'another reason';
  return [{ what: 'reason', expected: 'the reason as it was sent', actual }];
}

// Engines shorten long reasons, some with dots. Some engines add words of their own.
function isSameReason(sent: string, shown: string): boolean {
  const start = shown.replace(/(?:…|\.\.\.)$/, '').trimEnd();
  return shown.startsWith(sent) || (start !== '' && sent.startsWith(start));
}

function fieldMismatches(
  sent: TaskUpdate['fields'] = {},
  shown: Snapshot['fields'] = {},
): readonly Mismatch[] {
  return Object.entries(sent)
    .filter(([key, value]) => Object.hasOwn(shown, key) && !equalsAsDoubles(value, shown[key]))
    .map(([key, value]) => ({
      what: 'field',
      expected: `${key} ${valueText(value)}`,
      actual: `${key} ${valueText(shown[key])}`,
    }));
}

function valueText(value: Json | undefined): string {
  if (value === undefined || value === null) return 'not set';
  const text = stringifyJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
