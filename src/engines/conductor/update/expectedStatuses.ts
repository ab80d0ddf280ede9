import type { Task } from '../../../domain/task.ts';
import type { ExpectedStatus, TaskUpdate } from '../../../domain/taskUpdate.ts';
import { type EngineFields, readEngineFields } from '../toDomain/engineFields.ts';

interface Translation {
  readonly sent: readonly string[];
  readonly when: (fields: EngineFields) => boolean;
  readonly becomes: string;
  readonly note: string;
  /** True where the translated status is the usual one and the sent status the exception. */
  readonly first: boolean;
}

const translations: readonly Translation[] = [
  {
    sent: ['IN_PROGRESS'],
    when: (fields) => fields.worker,
    becomes: 'SCHEDULED',
    note: 'Conductor puts a worker task that is set to IN_PROGRESS back into its queue as SCHEDULED.',
    first: true,
  },
  {
    // Real servers (3.21.14, 3.32.1) keep the sent status when this task ends its workflow, so both
    // statuses are right.
    sent: ['FAILED', 'FAILED_WITH_TERMINAL_ERROR', 'CANCELED'],
    when: (fields) => fields.optional,
    becomes: 'COMPLETED_WITH_ERRORS',
    note: 'The task is optional: Conductor shows its failure as COMPLETED_WITH_ERRORS.',
    first: false,
  },
];

/** The status to send. An update without a status stores its output and keeps the task open. */
export function statusToSend(update: TaskUpdate): string {
  return update.status ?? 'IN_PROGRESS';
}

/** The statuses in which the update counts as applied; the usual one first. */
export function expectedStatuses(task: Task, update: TaskUpdate): readonly ExpectedStatus[] {
  const sent = statusToSend(update);
  const fields = readEngineFields(task);
  const known = translations.filter((t) => t.sent.includes(sent) && t.when(fields));
  const translated = (first: boolean) =>
    known.filter((t) => t.first === first).map(({ becomes, note }) => ({ status: becomes, note }));
  // A worker may take the task at once.
  const mayGoOn = sent === 'IN_PROGRESS' && fields.worker ? ({ mayGoOn: true } as const) : {};
  return [...translated(true), { status: sent }, ...translated(false)].map((one) => ({
    ...one,
    ...mayGoOn,
  }));
}
