import type { Connection } from '../../domain/connection.ts';
import { snapshotOf } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import { optionOf } from '../../domain/update.ts';
import type { StatusOption } from '../../domain/update.ts';
import { changesBetween, fieldChanges } from './changes.ts';
import { mergedOutput } from './mergedOutput.ts';
import { overwritesChange } from './overwrites.ts';
import type { AskReason, Question, SubmitRequest } from './submission.ts';

/** What to ask before sending; undefined where there is no reason to ask. */
export function questionFor(
  request: SubmitRequest,
  connection: Connection,
  task: Task,
): Question | undefined {
  const { seen, update, review } = request;
  const option = optionOf(task.options, update);
  const changes = [...changesBetween(seen, task), ...fieldChanges(seen, task, update)];
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
    seen,
    update,
    before: snapshotOf(task),
    proposed: {
      status: update.status ?? task.status,
      output: mergedOutput(task.output, update.output),
    },
    changes,
    overwrites: overwritesChange(seen, task, update.output),
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
