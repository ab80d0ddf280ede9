import type { WaitingHere } from '../../app/waiting.ts';
import { ageText } from '../../domain/ageText.ts';
import type { Task } from '../../domain/task.ts';
import { errorRows } from './errorRows.ts';
import type { Row } from './row.ts';
import type { MessageNode, WorkflowNode } from './workflowNodes.ts';

/** What the Waiting view groups its tasks by; kept for the workspace. */
export type WaitingGroups = 'connection' | 'workflow';

/** The top rows of the Waiting view: groups, and what could not be read. */
export function waitingRows(
  found: readonly WaitingHere[],
  groups: WaitingGroups,
): readonly WorkflowNode[] {
  const rows = found.flatMap((here) => [...groupRows(here, groups), ...messageRows(here)]);
  if (rows.length > 0 || found.length === 0) return rows;
  return [
    {
      kind: 'message',
      id: 'waiting/none',
      severity: 'info',
      text: 'Nothing waits',
      detail: 'tasks for people and outside parties appear here',
    },
  ];
}

function groupRows(
  { connection, tasks }: WaitingHere,
  groups: WaitingGroups,
): readonly WorkflowNode[] {
  const keyOf = (task: Task) => (groups === 'workflow' ? task.ref.workflow : '');
  const names = [...new Set(tasks.map(keyOf))];
  return names.map((name) => ({
    kind: 'group',
    id: `waiting/${connection.id}/${encodeURIComponent(name)}`,
    label: name === '' ? connection.name : `${name} · ${connection.name}`,
    children: tasks
      .filter((task) => keyOf(task) === name)
      .map((task) => ({ kind: 'task', task, attempts: [], children: [] })),
  }));
}

function messageRows({ connection, notice, error }: WaitingHere): readonly WorkflowNode[] {
  const id = `waiting/${connection.id}`;
  if (error !== undefined) {
    const [sentence, ...actions] = errorRows({ kind: 'connection', id, connection }, error);
    return sentence === undefined
      ? []
      : [{ ...sentence, text: `${connection.name}: ${sentence.text}` }, ...actions];
  }
  if (notice === undefined) return [];
  const row: MessageNode = {
    kind: 'message',
    id: `${id}/notice`,
    severity: 'info',
    text: connection.name,
    detail: notice,
  };
  return [row];
}

/** A task's row as the Waiting view shows it: where it belongs and how long it has waited. */
export function waitingTaskRow(task: Task, row: Row, nowMs: number): Row {
  const since = task.startedAt ?? task.scheduledAt;
  const age = since === undefined ? undefined : ageText(nowMs - since);
  const description = [task.ref.workflow, task.type, age].filter((part) => part !== undefined);
  return { ...row, description: description.join(' · '), expand: 'none' };
}
