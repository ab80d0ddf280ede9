import { isoTime } from '../../domain/isoTime.ts';
import { stringifyJson, withoutUndefined } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { JournalEntry, Outcome } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Output } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';

/** The export formats of the journal, by file extension. */
export type ExportFormat = 'jsonl' | 'csv';

/** The start of the file. One line for each entry follows. */
export function exportHead(format: ExportFormat): string {
  // The byte order mark tells spreadsheets that the file is UTF-8.
  return format === 'csv' ? `\uFEFF${csvLine(columns.map(({ title }) => title))}` : '';
}

/** One entry as one line. Its numbers keep every digit. */
export function exportLine(format: ExportFormat, entry: JournalEntry): string {
  if (format === 'jsonl') return `${stringifyJson(entryJson(entry))}\n`;
  return csvLine(columns.map(({ value, isNumber }) => cell(value(entry), isNumber)));
}

/** An entry for programs: the words of the product, and times as ISO 8601. */
function entryJson(entry: JournalEntry): JsonObject {
  const { ref, update, outcome } = entry;
  return withoutUndefined({
    id: entry.id,
    sentAt: isoTime(entry.startedAt),
    connection: entry.connectionName,
    connectionId: ref.connection,
    workflow: workflowTitle(entry),
    workflowId: ref.workflow,
    execution: ref.execution,
    task: entry.taskName,
    taskId: ref.task,
    definition: entry.definition,
    update: updateJson(update),
    before: snapshotJson(entry.before),
    outcome: outcome?.kind ?? 'inFlight',
    detail: detailOf(outcome),
    after: outcome?.after && snapshotJson(outcome.after),
    tries: entry.tries.map(({ at, result }) => ({ at: isoTime(at), result })),
    durationMs: entry.durationMs,
    request: entry.request && withoutUndefined({ ...entry.request }),
  });
}

interface Column {
  readonly title: string;
  readonly value: (entry: JournalEntry) => string | number | undefined;
  readonly isNumber?: true;
}

const columns: readonly Column[] = [
  { title: 'sentAt', value: ({ startedAt }) => isoTime(startedAt) },
  { title: 'connection', value: ({ connectionName }) => connectionName },
  { title: 'workflow', value: workflowTitle },
  { title: 'execution', value: ({ ref }) => ref.execution },
  { title: 'task', value: ({ taskName }) => taskName },
  { title: 'taskId', value: ({ ref }) => ref.task },
  { title: 'statusBefore', value: ({ before }) => before.status },
  { title: 'statusSent', value: ({ update }) => update.status },
  { title: 'statusAfter', value: ({ outcome }) => outcome?.after?.status },
  { title: 'outcome', value: ({ outcome }) => outcome?.kind ?? 'inFlight' },
  { title: 'detail', value: ({ outcome }) => detailOf(outcome) },
  { title: 'reason', value: ({ update }) => update.reason },
  { title: 'outputMode', value: ({ update: { output } }) => output && modeOf(output) },
  { title: 'outputSent', value: ({ update: { output } }) => output && outputText(sent(output)) },
  { title: 'fields', value: ({ update: { fields } }) => fields && stringifyJson(fields) },
  { title: 'outputBefore', value: ({ before }) => outputText(before.output) },
  { title: 'outputAfter', value: ({ outcome }) => outputText(outcome?.after?.output) },
  { title: 'tries', value: ({ tries }) => tries.length, isNumber: true },
  { title: 'durationMs', value: ({ durationMs }) => durationMs, isNumber: true },
  { title: 'id', value: ({ id }) => id },
];

// A spreadsheet runs a cell that begins like this as a formula. Wide characters count too, and so
// does a sign behind invisible characters. An apostrophe makes the cell a text.
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

function cell(value: string | number | undefined, isNumber = false): string {
  const text = String(value ?? '');
  return formula.test(text) && !isNumber ? `'${text}` : text;
}

/** As RFC 4180 has it: every cell stands in quotes, every line ends with CR LF. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function detailOf(outcome: Outcome | undefined): string | undefined {
  switch (outcome?.kind) {
    case undefined:
      return undefined;
    case 'confirmed':
      return outcome.notes.length === 0 ? undefined : outcome.notes.join(' ');
    case 'notApplied': {
      const difference = `Expected ${outcome.expected}, found ${outcome.actual}.`;
      return outcome.reason === undefined ? difference : `${difference} ${outcome.reason}`;
    }
    case 'overtaken':
    case 'pending':
    case 'unknown':
      return outcome.detail;
  }
}

function updateJson({ status, stop, output, reason, fields }: TaskUpdate): JsonObject {
  return withoutUndefined({
    status,
    stop,
    outputMode: output && modeOf(output),
    output: output && sent(output),
    reason,
    fields,
  });
}

function snapshotJson(snapshot: Snapshot): JsonObject {
  const { status, output, reason, updatedAt, fields, isOutputHidden } = snapshot;
  return withoutUndefined({
    status,
    output: output ?? null,
    isOutputHidden,
    reason,
    fields,
    updatedAt: updatedAt === undefined ? undefined : isoTime(updatedAt),
  });
}

function modeOf(output: NonNullable<TaskUpdate['output']>): string {
  return output.kind === 'text' ? 'text' : output.mode;
}

function sent(output: NonNullable<TaskUpdate['output']>): NonNullable<Output> {
  return output.kind === 'text' ? output.text : output.value;
}

function outputText(output: Output): string | undefined {
  return output === undefined || typeof output === 'string' ? output : stringifyJson(output);
}
