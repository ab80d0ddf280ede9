import type { ExecutionDetail, ExecutionNode } from '../../domain/execution.ts';
import { isoTime } from '../../domain/isoTime.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Output, Task, TaskRef } from '../../domain/task.ts';
import { outcomeTooltipLines, updateTooltipLines } from './updateTooltipLines.ts';

// Far above this size VS Code becomes slow and stops sharing the text with extensions.
const mostCharacters = 5_000_000;

/** A task as a JSON document: its properties first, then input and output. */
export function taskText(task: Task): string {
  return guarded(taskJson(task));
}

/** An execution with all its tasks as a JSON document. */
export function executionText({ execution, nodes, odd = [] }: ExecutionDetail): string {
  return guarded({
    id: execution.id,
    workflow: execution.workflow,
    ...defined({ version: execution.version, correlationId: execution.correlationId }),
    status: execution.status,
    ...defined({ reason: execution.reason }),
    ...times({ startedAt: execution.startedAt, endedAt: execution.endedAt }),
    tasks: nodes.map(nodeJson),
    ...(odd.length === 0 ? {} : { couldNotBeRead: odd.map((one) => ({ ...one })) }),
  });
}

/** The task that a comparison is about. These values are the same on both sides. */
export interface Compared {
  readonly connectionName: string;
  readonly workflowName?: string | undefined;
  readonly taskName: string;
  readonly ref: TaskRef;
}

/** A task at one moment. For an update that is not sent yet, also its reason and fields. */
interface Shown extends Pick<Snapshot, 'status' | 'output'> {
  readonly reason?: string | undefined;
  readonly fields?: Readonly<Record<string, Json>> | undefined;
}

/**
 * A task at one moment as one side of a comparison. The lines that both sides share come first,
 * because VS Code's dialog covers the first lines.
 */
export function snapshotText(
  { connectionName, workflowName, taskName, ref }: Compared,
  snapshot: Shown,
): string {
  return guarded({
    connection: connectionName,
    workflow: workflowTitle({ ref, workflowName }),
    ...defined({ execution: ref.execution }),
    task: taskName,
    id: ref.task,
    status: snapshot.status,
    ...defined({ reason: snapshot.reason }),
    ...snapshot.fields,
    output: outputJson(snapshot.output),
  });
}

/** A journal entry as a JSON document, for entries that have nothing to compare. */
export function entryText(entry: JournalEntry): string {
  const { update } = entry;
  return guarded({
    task: entry.taskName,
    ...Object.fromEntries([...updateTooltipLines(entry), ...outcomeTooltipLines(entry)]),
    update: {
      ...defined({ status: update.status, reason: update.reason }),
      ...(update.output === undefined ? {} : { output: changeJson(update.output) }),
      ...(update.fields === undefined ? {} : { fields: update.fields }),
    },
    before: snapshotJson(entry.before),
    ...(entry.outcome?.after === undefined ? {} : { after: snapshotJson(entry.outcome.after) }),
  });
}

function taskJson(task: Task): JsonObject {
  return {
    name: task.name,
    type: task.type,
    status: task.status,
    ...defined({ reason: task.reason, worker: task.worker, definition: task.definition }),
    id: task.ref.task,
    workflow: workflowTitle(task),
    ...(task.workflowName === undefined ? {} : { workflowId: task.ref.workflow }),
    ...defined({ execution: task.ref.execution }),
    attempt: task.attempt + 1,
    ...(task.iteration === undefined ? {} : { iteration: task.iteration }),
    ...times({
      scheduledAt: task.scheduledAt,
      startedAt: task.startedAt,
      endedAt: task.endedAt,
      updatedAt: task.updatedAt,
    }),
    input: task.input,
    output: outputJson(task.output),
    engineFields: task.engineFields,
  };
}

function nodeJson(node: ExecutionNode): JsonObject {
  if (node.kind === 'group') return { group: node.label, tasks: node.children.map(nodeJson) };
  return {
    ...taskJson(node.task),
    ...(node.attempts.length === 0 ? {} : { earlierAttempts: node.attempts.map(taskJson) }),
    ...(node.children.length === 0 ? {} : { tasks: node.children.map(nodeJson) }),
  };
}

function snapshotJson(snapshot: Snapshot): JsonObject {
  return {
    status: snapshot.status,
    ...defined({ reason: snapshot.reason }),
    ...times({ updatedAt: snapshot.updatedAt }),
    ...snapshot.fields,
    output: outputJson(snapshot.output),
  };
}

function changeJson(output: NonNullable<JournalEntry['update']['output']>): Json {
  return output.kind === 'text' ? output.text : { mode: output.mode, value: output.value };
}

function outputJson(output: Output): Json {
  return output ?? null;
}

function defined(fields: Readonly<Record<string, string | undefined>>): JsonObject {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as JsonObject;
}

function times(fields: Readonly<Record<string, number | undefined>>): JsonObject {
  const texts = Object.entries(fields).map(([key, ms]) => [
    key,
    ms === undefined ? undefined : isoTime(ms),
  ]);
  return defined(Object.fromEntries(texts) as Record<string, string | undefined>);
}

function guarded(value: JsonObject): string {
  const text = `${stringifyJson(value, 2)}\n`;
  if (text.length <= mostCharacters) return text;
  const rest = text.length - mostCharacters;
  return `${text.slice(0, mostCharacters)}\n… ${rest} more characters are not shown\n`;
}
