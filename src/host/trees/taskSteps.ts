import type * as vscode from 'vscode';
import { focusedRow } from './focusedRow.ts';
import { taskAfter, taskBeside } from './taskBeside.ts';
import type { TaskTree } from './taskTree.ts';
import type { WorkflowNode } from './workflowNode.ts';

/** Moving from task to task by keyboard in one tree. */
export interface TaskSteps {
  focused(): Promise<WorkflowNode | undefined>;
  /** Moves to the next or previous task row. */
  step(by: 1 | -1): Promise<void>;
  /** Remembers the present rows. The returned function moves from `done` to the next task. */
  leaving(done: WorkflowNode): () => Promise<void>;
}

const moved = { select: true, focus: true };

export function createTaskSteps(view: vscode.TreeView<WorkflowNode>, tree: TaskTree): TaskSteps {
  const focused = () => focusedRow(view);
  return {
    focused,
    step: async (by) => {
      const next = taskBeside(tree.onShow(), await focused(), by);
      if (next !== undefined) await view.reveal(next, moved);
    },
    leaving: (done) => {
      const before = tree.onShow();
      return async () => {
        const next = taskAfter(before, tree.onShow(), done);
        // Stay when the person has moved on themselves.
        const isElsewhere = view.selection.some(({ id }) => id !== done.id);
        if (next !== undefined && view.visible && !isElsewhere) await view.reveal(next, moved);
      };
    },
  };
}
