import { isJsonObject } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { isTaskRef, isTextOrAbsent, readDocument } from '../readDocument.ts';

/** The entries of a segment. A line with a task holds a whole entry; a torn line is skipped. */
export function readSegment(text = ''): ReadonlyMap<string, JournalEntry> {
  const documents = new Map<string, JsonObject>();
  for (const line of text.split('\n')) {
    const part = readDocument(line) ?? {};
    if (part['cleared'] === true) dropSettled(documents);
    const { id } = part;
    if (typeof id !== 'string') continue;
    const known = documents.get(id);
    if ('ref' in part) documents.set(id, part);
    else if (known !== undefined) documents.set(id, { ...known, ...part });
  }
  const entries = [...documents].map(([id, document]) => [id, toEntry(document)] as const);
  return new Map(entries.flatMap(([id, entry]) => (entry === undefined ? [] : [[id, entry]])));
}

function dropSettled(documents: Map<string, JsonObject>): void {
  for (const [id, document] of documents) {
    if ('outcome' in document) documents.delete(id);
  }
}

function toEntry(document: JsonObject): JournalEntry | undefined {
  if (!isEntry(document)) return undefined;
  const entry = document as unknown as JournalEntry;
  const before = withOutput(entry.before);
  const after = entry.outcome?.after;
  if (entry.outcome === undefined || after === undefined) return { ...entry, before };
  return { ...entry, before, outcome: { ...entry.outcome, after: withOutput(after) } };
}

// JSON has no undefined: "no output yet" was stored as an absent key.
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

/** Keys that older entries lack, or that come with the outcome. */
const laterKeys: Readonly<Record<string, (value: unknown) => boolean>> = {
  expected: isExpected,
  outcome: isOutcome,
  request: isRequest,
  durationMs: (value) => typeof value === 'number',
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
    : isJsonObject(value['value']) && isTextOrAbsent(value['mode']);
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

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isOutcome(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, after } = value;
  if (after !== undefined && !isSnapshot(after)) return false;
  return typeof kind === 'string' && outcomeShapes.get(kind)?.(value) === true;
}

type Shape = (outcome: JsonObject) => boolean;

const hasDetail: Shape = ({ detail }) => typeof detail === 'string';

const outcomeShapes: ReadonlyMap<string, Shape> = new Map<Outcome['kind'], Shape>([
  ['confirmed', ({ notes, after }) => isTexts(notes) && after !== undefined],
  ['overtaken', (outcome) => hasDetail(outcome) && outcome['after'] !== undefined],
  ['pending', hasDetail],
  ['unknown', hasDetail],
  [
    'notApplied',
    ({ expected, actual, reason }) =>
      typeof expected === 'string' && typeof actual === 'string' && isTextOrAbsent(reason),
  ],
]);
