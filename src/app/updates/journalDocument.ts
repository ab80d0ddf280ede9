import { isJsonObject, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { JournalEntry, Snapshot } from '../../domain/outcome.ts';
import { isTaskRef, isTextOrAbsent, readDocument } from './documentShape.ts';

/**
 * A line to be added to a document: JSON with every digit of its outputs kept. Where it is known
 * what the document says of the entry already, only what differs from that. The line break comes
 * first: it ends what a full disk may have left of the line before.
 */
export function writeEntry(entry: JournalEntry, standing?: JournalEntry): string {
  const known = new Map<string, unknown>(Object.entries(standing ?? {}));
  known.delete('id');
  const isLess = [...known.keys()].some((key) => !(key in entry));
  const news = Object.entries(entry).filter(([key, value]) => isLess || known.get(key) !== value);
  return lineOf(Object.fromEntries(news) as Json);
}

/** A line that says that an entry of a log is in flight no more. */
export function writeSettled(id: string): string {
  return lineOf({ id, settled: true });
}

/** The entries of a log that are not settled. A torn line is nothing. */
export function readLog(text = ''): ReadonlyMap<string, JournalEntry> {
  const documents = new Map<string, JsonObject>();
  for (const line of text.split('\n')) {
    const part = readDocument(line) ?? {};
    const { id } = part;
    if (typeof id !== 'string') continue;
    const known = documents.get(id);
    if (part['settled'] === true) documents.delete(id);
    else if ('ref' in part) documents.set(id, part);
    else if (known !== undefined) documents.set(id, { ...known, ...part });
  }
  const entries = [...documents].map(([id, document]) => [id, toEntry(document)] as const);
  return new Map(entries.flatMap(([id, entry]) => (entry === undefined ? [] : [[id, entry]])));
}

/** The entry of a document of its own: its last whole line. Undefined where there is none. */
export function readEntry(text: string | undefined): JournalEntry | undefined {
  if (text === undefined) return undefined;
  const lines = text.split('\n').reverse();
  for (const line of lines) {
    const entry = toEntry(readDocument(line));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function lineOf(part: Json): string {
  return `\n${stringifyJson(part)}`;
}

function toEntry(document: JsonObject | undefined): JournalEntry | undefined {
  if (document === undefined || !isEntry(document)) return undefined;
  const entry = document as unknown as JournalEntry;
  const before = withOutput(entry.before);
  const after = entry.outcome?.after;
  if (entry.outcome === undefined || after === undefined) return { ...entry, before };
  return { ...entry, before, outcome: { ...entry.outcome, after: withOutput(after) } };
}

// JSON has no undefined: "no output yet" comes back as an absent key.
function withOutput(snapshot: Snapshot): Snapshot {
  return { ...snapshot, output: snapshot.output };
}

function isEntry(document: JsonObject): boolean {
  const { id, ref, connectionName, taskName, update, before, startedAt, tries } = document;
  return (
    [id, connectionName, taskName].every((text) => typeof text === 'string') &&
    [document['workflowName'], document['definition']].every(isTextOrAbsent) &&
    isTaskRef(ref) &&
    isUpdate(update) &&
    isSnapshot(before) &&
    typeof startedAt === 'number' &&
    Array.isArray(tries) &&
    tries.every(isTry) &&
    Object.entries(laterKeys).every(([key, fits]) => !(key in document) || fits(document[key]))
  );
}

/** What older entries lack, or gain only when they are settled. */
const laterKeys: Readonly<Record<string, (value: unknown) => boolean>> = {
  expected: isExpected,
  outcome: isOutcome,
  request: isRequest,
};

function isUpdate(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { status, stop, reason, output, fields } = value;
  return (
    isTextOrAbsent(status) &&
    (stop === undefined || stop === true) &&
    isTextOrAbsent(reason) &&
    (output === undefined || isOutputChange(output)) &&
    (fields === undefined || isJsonObject(fields))
  );
}

function isRequest(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { method, url, headers, body } = value;
  return (
    typeof method === 'string' &&
    typeof url === 'string' &&
    isTextOrAbsent(body) &&
    isJsonObject(headers) &&
    Object.values(headers).every((header) => typeof header === 'string')
  );
}

function isOutputChange(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  return value['kind'] === 'text'
    ? typeof value['text'] === 'string'
    : isJsonObject(value['value']);
}

function isSnapshot(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    typeof value['status'] === 'string' &&
    isTextOrAbsent(value['reason']) &&
    (value['fields'] === undefined || isJsonObject(value['fields'])) &&
    (isTextOrAbsent(value['output']) || isJsonObject(value['output']))
  );
}

function isTry(value: unknown): boolean {
  return (
    isJsonObject(value) && typeof value['at'] === 'number' && typeof value['result'] === 'string'
  );
}

function isExpected(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => isJsonObject(item) && typeof item['status'] === 'string')
  );
}

function isOutcome(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, after, notes, detail, expected, actual } = value;
  if (after !== undefined && !isSnapshot(after)) return false;
  switch (kind) {
    case 'confirmed':
      return Array.isArray(notes) && after !== undefined;
    case 'pending':
    case 'unknown':
      return typeof detail === 'string';
    case 'notApplied':
      return typeof expected === 'string' && typeof actual === 'string';
    default:
      return false;
  }
}
