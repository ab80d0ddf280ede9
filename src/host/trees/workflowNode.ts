import type { Connection } from '../../domain/connection.ts';
import type {
  Execution,
  ExecutionFilter,
  ExecutionNode,
  Workflow,
} from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';

/** One row of the Workflows view, as data. `id` is stable: selection survives a refresh. */
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
  /** The execution that a sub-workflow task started; read when it is opened. */
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
      /** True for an earlier try, shown below the present one. */
      readonly past: boolean;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      /** What the group stands for, where that is no branch or round: it carries its icon. */
      readonly of?: Connection | 'workflow';
      readonly children: readonly ExecutionNode[];
    }
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly connection: string;
      /** Absent: more workflows. */
      readonly filter?: ExecutionFilter;
      readonly shown: number;
      readonly total?: number;
    }
  | MessageNode;

/** A row that says something, and what a click on it does. */
export interface MessageNode {
  readonly kind: 'message';
  readonly id: string;
  readonly severity: 'info' | 'error' | 'action';
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly command: string; readonly args: readonly unknown[] };
}

/** Rows for what an execution holds, below the row `parent`. */
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

/** Rows below a task: its children, its sub-workflow's execution, its earlier tries. */
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
