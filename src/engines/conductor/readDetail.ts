import type { ExecutionDetail } from '../../domain/execution.ts';
import { groupBy } from './groupBy.ts';
import { type TaskRecord, tasksOfDefinition, type WorkflowRecord } from './records.ts';
import { taskStatus } from './taskStatus.ts';
import { toExecution } from './toExecution.ts';
import { toTask } from './toTask.ts';
import { buildTree } from './buildTree.ts';

/** An execution with its tree. Keeps `twins` up to date for the tasks that it saw. */
export function readDetail(
  record: WorkflowRecord,
  context: { readonly connection: string; readonly canCancel: boolean },
  twins: Set<string>,
): ExecutionDetail {
  const records = record.tasks ?? [];
  for (const ids of groupBy(records.filter(isOpen), (task) => task.referenceTaskName).values()) {
    for (const { taskId } of ids) {
      if (ids.length > 1) twins.add(taskId);
      else twins.delete(taskId);
    }
  }
  const tasks = records
    // Some servers leave the workflow's name out of its tasks.
    .map((task) => ({ ...task, workflowType: task.workflowType ?? record.workflowName }))
    .map((task) =>
      toTask(task, {
        ...context,
        execution: record.status,
        sharesName: twins.has(task.taskId),
      }),
    );
  return {
    execution: toExecution(record),
    nodes: buildTree(tasks, tasksOfDefinition(record)),
  };
}

function isOpen(task: TaskRecord): boolean {
  return !taskStatus(task.status, (task.endTime ?? 0) > 0).terminal;
}
