import type { ListSource } from '../../app/taskList/taskList.ts';
import type { TaskRef } from '../../domain/task.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import type { WorkflowNode } from '../trees/workflowNode.ts';

/** The tasks and title of a new list. */
export interface NewList {
  readonly source: ListSource;
  readonly title: string;
}

export const allWaiting: NewList = { source: { kind: 'waiting' }, title: 'All waiting tasks' };

/** The list for the rows of a command; undefined when the rows hold no tasks. */
export function listOfRows(
  rows: readonly WorkflowNode[],
  connectionName: (id: string) => string,
): NewList | undefined {
  const refs = rows.flatMap(refsOf);
  const containers = rows.flatMap((row) => listOfRow(row, connectionName) ?? []);
  const [container, ...others] = containers;
  if (refs.length > 0 && container === undefined) {
    return { source: { kind: 'tasks', refs }, title: tasksTitle(refs.length) };
  }
  if (container === undefined) return undefined;
  if (refs.length === 0 && others.length === 0) return container;
  const tasks: readonly ListSource[] = refs.length === 0 ? [] : [{ kind: 'tasks', refs }];
  const sources = [...tasks, ...containers.map(({ source }) => source)];
  return { source: { kind: 'several', sources }, title: `Tasks of ${rows.length} selected rows` };
}

function refsOf(row: WorkflowNode): readonly TaskRef[] {
  if (row.kind === 'task') return row.past ? [] : [row.task.ref];
  return row.kind === 'group' ? executionTasks(row.children).map(({ ref }) => ref) : [];
}

function listOfRow(row: WorkflowNode, connectionName: (id: string) => string): NewList | undefined {
  switch (row.kind) {
    case 'connection': {
      const { id, name } = row.connection;
      return { source: { kind: 'connection', connection: id }, title: `Tasks of ${name}` };
    }
    case 'workflow': {
      const { connection, workflow } = row;
      const title = `Tasks of ${workflow.name} on ${connectionName(connection)}`;
      return { source: { kind: 'workflow', connection, workflow: workflow.id }, title };
    }
    case 'execution':
      return executionList(row.connection, row.execution.id, row.execution.workflow);
    case 'child':
      return executionList(row.connection, row.execution, row.workflow);
    case 'task':
    case 'group':
    case 'more':
    case 'message':
      return undefined;
  }
}

export function executionList(connection: string, execution: string, workflow?: string): NewList {
  const name = workflow === undefined ? 'execution' : workflow;
  return {
    source: { kind: 'execution', connection, execution },
    title: `Tasks of ${name} ${execution}`,
  };
}

function tasksTitle(count: number): string {
  return count === 1 ? 'One selected task' : `${count} selected tasks`;
}
