import type { Connection } from '../../domain/connection.ts';
import type { ListFilter } from '../../app/viewFilter.ts';
import type { Execution, ExecutionNode, Workflow } from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';

/** A row of the Workflows view as data. A stable `id` keeps the selection over a refresh. */
export type WorkflowNode =
  | { readonly kind: 'connection'; readonly id: string; readonly connection: Connection }
  | {
      readonly kind: 'workflow';
      readonly id: string;
      readonly connection: string;
      readonly workflow: Workflow;
    }
  | {
      readonly kind: 'execution';
      readonly id: string;
      readonly connection: string;
      readonly execution: Execution;
    }
  /** The execution that a sub-workflow task started. It is read when the row is expanded. */
  | {
      readonly kind: 'child';
      readonly id: string;
      readonly connection: string;
      readonly execution: string;
      readonly workflow: string;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly task: Task;
      readonly attempts: readonly Task[];
      readonly children: readonly ExecutionNode[];
      /** True for an earlier attempt, shown below the present one. */
      readonly past: boolean;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      /** What the group's icon shows, for a group that is no branch or round. */
      readonly of?: Connection | 'workflow';
      /** The number of tasks, where it is not plain to see: "204+". */
      readonly count?: string;
      readonly children: readonly ExecutionNode[];
    }
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly connection: string;
      /** Absent for more workflows. */
      readonly filter?: ListFilter;
      /** Present for more waiting tasks. */
      readonly of?: 'waiting';
      readonly shown: number;
      readonly total?: number;
    }
  | MessageNode;

/** A row with a message and an optional action for a click. */
export interface MessageNode {
  readonly kind: 'message';
  readonly id: string;
  readonly severity: 'info' | 'warning' | 'error' | 'action';
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly command: string; readonly args: readonly unknown[] };
}

/** The rows of an execution's nodes below the row `parent`. */
export function executionRows(
  nodes: readonly ExecutionNode[],
  parent: string,
): readonly WorkflowNode[] {
  return nodes.map((node) =>
    node.kind === 'group'
      ? {
          kind: 'group',
          id: `${parent}/group:${node.key}`,
          label: node.label,
          children: node.children,
        }
      : {
          kind: 'task',
          id: `${parent}/${node.task.ref.task}`,
          task: node.task,
          attempts: node.attempts,
          children: node.children,
          past: false,
        },
  );
}

/** The rows below a task: its children, its sub-workflow's execution, its earlier attempts. */
export function taskRows(node: Extract<WorkflowNode, { kind: 'task' }>): readonly WorkflowNode[] {
  const { task } = node;
  const child: readonly WorkflowNode[] =
    task.child === undefined
      ? []
      : [
          {
            kind: 'child',
            id: `${node.id}/child`,
            connection: task.ref.connection,
            execution: task.child.execution,
            workflow: task.child.workflow,
          },
        ];
  const attempts = node.attempts.map((attempt): WorkflowNode => ({
    kind: 'task',
    id: `${node.id}/try:${attempt.ref.task}`,
    task: attempt,
    attempts: [],
    children: [],
    past: true,
  }));
  return [...executionRows(node.children, node.id), ...child, ...attempts];
}
