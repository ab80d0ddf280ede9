import type { WaitingHere } from '../../app/waitingReader.ts';
import { ageText } from '../../domain/ageText.ts';
import { encodeKey } from '../../domain/encodeKey.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { errorRows } from './errorRows.ts';
import { oddRows } from './oddRows.ts';
import type { Row } from '../words/row.ts';
import type { MessageNode, WorkflowNode } from './workflowNode.ts';

/** How the Waiting view groups its tasks. The workspace's memory keeps it. */
export type WaitingGroups = 'connection' | 'workflow';

/** The top rows of the Waiting view: groups of tasks, and connections that could not be read. */
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

/** A number of tasks; with a plus sign where there may be more. */
export function countText(count: number, hasMore: boolean): string {
  return hasMore ? `${count}+` : String(count);
}

function groupRows(
  { connection, tasks, hasMore = false }: WaitingHere,
  groups: WaitingGroups,
): readonly WorkflowNode[] {
  const keyOf = (task: Task) => (groups === 'workflow' ? task.ref.workflow : '');
  const keys = [...new Set(tasks.map(keyOf))];
  return keys.map((key) => {
    const members = tasks.filter((task) => keyOf(task) === key);
    return {
      kind: 'group',
      id: `waiting/${connection.id}/${encodeKey(key)}`,
      label: labelOf(key, members, connection.name),
      of: groups === 'workflow' ? 'workflow' : connection,
      count: countText(members.length, hasMore),
      children: members.map((task) => ({ kind: 'task', task, attempts: [], children: [] })),
    };
  });
}

function labelOf(key: string, [first]: readonly Task[], connectionName: string): string {
  if (key === '' || first === undefined) return connectionName;
  return `${workflowTitle(first)} · ${connectionName}`;
}

function messageRows({
  connection,
  tasks,
  notice,
  odd,
  hasMore = false,
  error,
}: WaitingHere): readonly WorkflowNode[] {
  const id = `waiting/${connection.id}`;
  if (error !== undefined) {
    const [sentence, ...actions] = errorRows({ kind: 'connection', id, connection }, error);
    return sentence === undefined
      ? []
      : [{ ...sentence, text: `${connection.name}: ${sentence.text}` }, ...actions];
  }
  const named = oddRows(id, odd).map((row) => ({
    ...row,
    text: `${connection.name}: ${row.text}`,
  }));
  const said: MessageNode = {
    kind: 'message',
    id: `${id}/notice`,
    severity: 'info',
    text: connection.name,
    detail: notice ?? '',
  };
  const more: WorkflowNode = {
    kind: 'more',
    id: `${id}/more`,
    connection: connection.id,
    of: 'waiting',
    shown: tasks.length,
  };
  return [...named, ...(notice === undefined ? [] : [said]), ...(hasMore ? [more] : [])];
}

/**
 * The row of a waiting task. A side bar is narrow, so the age comes first, and the type is only in
 * the tooltip.
 */
export function waitingTaskRow(task: Task, row: Row, nowMs: number): Row {
  const since = task.startedAt ?? task.scheduledAt;
  const age = since === undefined ? undefined : ageText(nowMs - since);
  const description = [age, workflowTitle(task)].filter((part) => part !== undefined);
  return { ...row, description: description.join(' · '), expand: 'none' };
}
