import { ageText } from '../../domain/ageText.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Output, Task } from '../../domain/task.ts';
import { workflowTitle } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { Choice } from '../ui/listPick.ts';

/** The result of picking a line in the triage. */
export type TriageStep = 'complete' | 'fail' | 'editOutput' | 'update' | 'skip' | 'open' | 'stop';

/** The actions on the task, the most wanted first, then its details. */
export function triageChoices(task: Task, hasDraft: boolean): readonly Choice<TriageStep>[] {
  return [...sendChoices(task, hasDraft), ...wayChoices(), ...taskDetails(task)];
}

/** For a task that somebody else has moved on meanwhile. */
export function goneChoices(status: string | undefined): readonly Choice<TriageStep>[] {
  const what = status === undefined ? 'The engine knows it no more' : `It is ${status} now`;
  return [
    { label: 'Next Task', icon: 'arrow-right', detail: what, value: 'skip' },
    { label: 'Stop Triage', icon: 'close', value: 'stop' },
  ];
}

/** "Waits 3 h · Shop › order_fulfilment" */
export function triageSubtitle(task: Task, connection: string, nowMs: number): string {
  const since = task.startedAt ?? task.scheduledAt;
  const age = since === undefined ? [] : [`Waits ${ageText(nowMs - since)}`];
  return [...age, `${connection} › ${workflowTitle(task)}`].join(' · ');
}

function sendChoices(task: Task, hasDraft: boolean): readonly Choice<TriageStep>[] {
  const { options } = task;
  if (options.unavailable !== undefined) {
    return [{ label: 'Takes no update', icon: 'info', detail: options.unavailable }];
  }
  const ofRole = (value: 'complete' | 'fail', label: string, icon: string) => {
    const option = statusFor(options, value);
    return option === undefined ? [] : [{ label, icon, detail: option.effect, value }];
  };
  return [
    ...ofRole('complete', hasDraft ? 'Complete Task with the Draft' : 'Complete Task', 'check'),
    ...ofRole('fail', 'Fail Task…', 'x'),
    ...(options.output === undefined
      ? []
      : [{ label: 'Edit Output', icon: 'edit', value: 'editOutput' } as const]),
    { label: 'Update Task…', icon: 'edit-session', value: 'update' },
  ];
}

function wayChoices(): readonly Choice<TriageStep>[] {
  return [
    { label: 'Skip', icon: 'arrow-right', value: 'skip' },
    { label: 'Show Task', icon: 'json', value: 'open' },
    { label: 'Stop Triage', icon: 'close', value: 'stop' },
  ];
}

function taskDetails(task: Task): readonly Choice<TriageStep>[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Status', `${task.status} · ${task.type}`],
    ['Input', textOf(task.input)],
    ['Output', textOf(task.output)],
    ['Execution', task.ref.execution],
    ['Worker', task.worker],
    ['Note', task.options.warnings.join(' ') || undefined],
  ];
  return lines.flatMap(([label, value]) =>
    value === undefined
      ? []
      : [{ label, description: value, icon: 'blank', section: 'About this task' }],
  );
}

function textOf(value: Output): string | undefined {
  if (value === undefined || typeof value === 'string') return value || undefined;
  return Object.keys(value).length === 0 ? undefined : stringifyJson(value);
}
