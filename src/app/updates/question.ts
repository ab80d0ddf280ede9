import { snapshotOf } from '../../domain/snapshot.ts';
import type { Task, Output } from '../../domain/task.ts';
import { optionOf } from '../../domain/taskUpdate.ts';
import type { StatusOption, TaskUpdate } from '../../domain/taskUpdate.ts';
import { mergedOutput } from '../output/mergedOutput.ts';
import { overwritesChange } from '../output/overwritesChange.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { changesBetween, fieldChanges } from './changesBetween.ts';
import type { Change } from './changesBetween.ts';

/** Why the person is asked. */
export type AskReason = 'production' | 'stopsWorkflow' | 'changed' | 'review';

/** What the person must agree to before sending. */
export interface Question {
  readonly connection: Connection;
  /** The task as it is now. */
  readonly task: Task;
  /** The task as the person saw it. */
  readonly base: Task;
  readonly update: TaskUpdate;
  readonly before: Snapshot;
  /** The task after the update: the status that is sent, and the output after merging. */
  readonly proposed: { readonly status: string; readonly output: Output };
  readonly changes: readonly Change[];
  /**
   * True when the output would overwrite a change that somebody else made since the person looked.
   */
  readonly overwrites: boolean;
  /** The consequences of the update, one sentence each. */
  readonly consequences: readonly string[];
  /** Never empty. */
  readonly reasons: readonly AskReason[];
}

/** The question to ask before sending; undefined without a reason to ask. */
export function questionFor(
  { base, update, review }: Pick<Question, 'base' | 'update'> & { readonly review?: boolean },
  connection: Connection,
  task: Task,
): Question | undefined {
  const option = optionOf(task.options, update);
  const changes = [...changesBetween(base, task), ...fieldChanges(base, task, update)];
  const holds: Record<AskReason, boolean> = {
    production: connection.environment === 'production',
    stopsWorkflow: option?.stopsWorkflow === true,
    changed: changes.length > 0,
    review: review === true,
  };
  const reasons = askReasons.filter((reason) => holds[reason]);
  if (reasons.length === 0) return undefined;
  return {
    connection,
    task,
    base,
    update,
    before: snapshotOf(task),
    proposed: {
      status: update.status ?? task.status,
      output: mergedOutput(task.output, update.output),
    },
    changes,
    overwrites: overwritesChange(base, task, update.output),
    consequences: [
      ...(option === undefined ? [] : [option.effect]),
      ...task.options.warnings,
      undoSentence(option),
    ],
    reasons,
  };
}

function undoSentence(option: StatusOption | undefined): string {
  return option?.endsTask === true ? 'This cannot be undone.' : 'It can be undone: Undo Update.';
}

const askReasons = ['production', 'stopsWorkflow', 'changed', 'review'] as const;
