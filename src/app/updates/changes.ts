import { isoTime } from '../../domain/isoTime.ts';
import { isJsonObject, jsonEquals, stringifyJson } from '../../domain/json.ts';
import type { Output, Task } from '../../domain/task.ts';
import type { FieldOption, TaskUpdate } from '../../domain/update.ts';
import type { Change } from './submission.ts';

/**
 * What happened to a task since the person looked. The time alone counts too: somebody wrote,
 * even if what they wrote cannot be seen here.
 */
export function changesBetween(seen: Task, fresh: Task): readonly Change[] {
  const changes: Change[] = [];
  if (seen.status !== fresh.status) {
    changes.push({ what: 'status', from: seen.status, to: fresh.status });
  }
  if (!sameOutput(seen.output, fresh.output)) {
    changes.push({ what: 'output', from: outputText(seen.output), to: outputText(fresh.output) });
  }
  if ((seen.worker ?? '') !== (fresh.worker ?? '')) {
    changes.push({ what: 'worker', from: nameOf(seen.worker), to: nameOf(fresh.worker) });
  }
  if (isAnotherTime(seen.updatedAt, fresh.updatedAt)) {
    changes.push({ what: 'time', from: timeText(seen.updatedAt), to: timeText(fresh.updatedAt) });
  }
  return changes;
}

/**
 * What happened to the engine's own fields that an update sets. Where a time of the last change is
 * told, that says it already; a list tells one, and knows some fields not, or by another name.
 */
export function fieldChanges(seen: Task, fresh: Task, update: TaskUpdate): readonly Change[] {
  if (seen.updatedAt !== undefined || fresh.updatedAt !== undefined) return [];
  const text = (task: Task, { key, label }: FieldOption) =>
    `${label} ${String(task.facts[key] ?? 'not set')}`;
  return fresh.options.fields
    .filter(({ key, shown }) => shown === true && Object.hasOwn(update.fields ?? {}, key))
    .map((field) => ({ what: 'field', from: text(seen, field), to: text(fresh, field) }) as const)
    .filter(({ from, to }) => from !== to);
}

/**
 * Changed since somebody said yes. The time alone does not count here: a worker that reports in
 * every second could never be overruled, and the person was told about it.
 */
export function changedMeanwhile(agreed: Task, now: Task): boolean {
  return changesBetween(agreed, now).some((change) => change.what !== 'time');
}

/** Equal for a person: an engine may show "nothing yet" as an absent or as an empty output. */
export function sameOutput(a: Output, b: Output): boolean {
  return jsonEquals(a ?? {}, b ?? {}) || (isBlank(a) && isBlank(b));
}

function isBlank(output: Output): boolean {
  if (isJsonObject(output)) return Object.keys(output).length === 0;
  return output === undefined || output === '';
}

function outputText(output: Output): string {
  if (output === undefined) return 'no output';
  const text = typeof output === 'string' ? output : stringifyJson(output);
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

function nameOf(worker: string | undefined): string {
  return worker === undefined || worker === '' ? 'nobody' : worker;
}

// A list may know no time where the task itself has one: that is no change.
function isAnotherTime(seen: number | undefined, fresh: number | undefined): boolean {
  return seen !== undefined && fresh !== undefined && seen !== fresh;
}

function timeText(time: number | undefined): string {
  return time === undefined ? '' : isoTime(time);
}
