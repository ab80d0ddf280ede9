import { isoTime } from '../../domain/isoTime.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { FieldOption, TaskUpdate } from '../../domain/taskUpdate.ts';

import type { Output, Task } from '../../domain/task.ts';
import { sameOutput } from '../output/sameOutput.ts';

/** A difference between the task as the person saw it and as it is now. Both sides are words. */
export interface Change {
  readonly what: 'status' | 'output' | 'reason' | 'worker' | 'field' | 'time';
  readonly from: string;
  readonly to: string;
}

/**
 * The changes of a task since the person looked. A new time alone is a change too: somebody wrote
 * something that is not visible here.
 */
export function changesBetween(base: Task, fresh: Task): readonly Change[] {
  const changes: Change[] = [];
  if (base.status !== fresh.status) {
    changes.push({ what: 'status', from: base.status, to: fresh.status });
  }
  if (!sameOutput(base.output, fresh.output)) {
    changes.push({ what: 'output', from: outputText(base.output), to: outputText(fresh.output) });
  }
  // An engine that takes no reason makes one of what else it shows.
  if (fresh.options.reasonLimit !== undefined && (base.reason ?? '') !== (fresh.reason ?? '')) {
    changes.push({ what: 'reason', from: reasonText(base), to: reasonText(fresh) });
  }
  if ((base.worker ?? '') !== (fresh.worker ?? '')) {
    changes.push({ what: 'worker', from: nameOf(base.worker), to: nameOf(fresh.worker) });
  }
  if (isAnotherTime(base.updatedAt, fresh.updatedAt)) {
    changes.push({ what: 'time', from: timeText(base.updatedAt), to: timeText(fresh.updatedAt) });
  }
  return changes;
}

/**
 * The changes of the engine's own fields that an update sets. A field that a list did not show is a
 * change as well, unless the task holds what is sent: otherwise it would be overwritten unseen.
 */
export function fieldChanges(base: Task, fresh: Task, update: TaskUpdate): readonly Change[] {
  const sent = update.fields ?? {};
  return fresh.options.fields
    .filter(({ key, shown }) => shown === true && Object.hasOwn(sent, key))
    .filter(({ key }) => {
      const now = fresh.engineFields[key];
      return base.isFromList === true
        ? now !== undefined && now !== sent[key]
        : now !== base.engineFields[key];
    })
    .map((field) => ({ what: 'field', from: fieldText(base, field), to: fieldText(fresh, field) }));
}

function fieldText({ engineFields, isFromList }: Task, { key, label }: FieldOption): string {
  const none = isFromList === true ? 'not shown in the list' : 'not set';
  return `${label} ${String((isFromList === true ? undefined : engineFields[key]) ?? none)}`;
}

/**
 * Did the task change since the person agreed? A new time alone does not count: otherwise nobody
 * could overrule a worker that reports every second, and the person was told about it.
 */
export function changedMeanwhile(agreed: Task, now: Task): boolean {
  return changesBetween(agreed, now).some((change) => change.what !== 'time');
}

function outputText(output: Output): string {
  if (output === undefined) return 'no output';
  const text = typeof output === 'string' ? output : stringifyJson(output);
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

function reasonText({ reason = '' }: Task): string {
  if (reason === '') return 'no reason';
  return reason.length <= 200 ? reason : `${reason.slice(0, 200)}…`;
}

function nameOf(worker: string | undefined): string {
  return worker === undefined || worker === '' ? 'nobody' : worker;
}

// A task from a list may lack the time that the task itself has. That is no change.
function isAnotherTime(base: number | undefined, fresh: number | undefined): boolean {
  return base !== undefined && fresh !== undefined && base !== fresh;
}

function timeText(time: number | undefined): string {
  return time === undefined ? '' : isoTime(time);
}
