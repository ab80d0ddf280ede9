import type { Question } from '../../app/updates/question.ts';
import { snapshotText } from '../words/taskText.ts';

/** The two texts of the diff before sending: the task now, and after the update. */
export function questionTexts({ task, before, proposed, connection, update }: Question): {
  readonly now: string;
  readonly toBeSent: string;
} {
  const compared = {
    connectionName: connection.name,
    workflowName: task.workflowName,
    taskName: task.name,
    ref: task.ref,
  };
  const reason = update.reason ?? before.reason;
  const fields = { ...before.fields, ...update.fields };
  return {
    now: snapshotText(compared, before),
    toBeSent: snapshotText(compared, { ...proposed, reason, fields }),
  };
}
