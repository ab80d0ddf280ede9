import type { ExecutionDetail } from '../../../domain/execution.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import { groupBy } from '../toDomain/groupBy.ts';
import { type TaskRecord, tasksOfDefinition, type WorkflowRecord } from '../wire/records.ts';
import { taskStatus } from '../toDomain/taskStatus.ts';
import { toExecution } from '../toDomain/toExecution.ts';
import { toTask } from '../toDomain/toTask.ts';
import type { TaskSource } from '../toDomain/toTask.ts';
import { buildTree } from '../toDomain/buildTree.ts';

/** An execution with its tree. Updates `tasksSharingName` with the tasks that it reads. */
export function readDetail(
  record: WorkflowRecord,
  context: Pick<TaskSource, 'connection' | 'canCancel' | 'isOverdue'>,
  tasksSharingName: Set<string>,
): ExecutionDetail {
  const records = record.tasks;
  for (const ids of groupBy(records.filter(isOpen), (task) => task.referenceTaskName).values()) {
    for (const { taskId } of ids) {
      if (ids.length > 1) tasksSharingName.add(taskId);
      else tasksSharingName.delete(taskId);
    }
  }
  const tasks = records
    // Some servers omit the workflow's name in its tasks.
    .map((task) => ({
      ...task,
      workflowType: task.workflowType ?? record.workflowName ?? record.workflowType,
    }))
    .map((task) =>
      toTask(task, {
        ...context,
        execution: record.status,
        sharesName: tasksSharingName.has(task.taskId),
      }),
    );
  return {
    execution: toExecution(record),
    ...withOdd(record.odd ?? []),
    nodes: buildTree(tasks, tasksOfDefinition(record)),
  };
}

function isOpen(task: TaskRecord): boolean {
  return !taskStatus(task.status, (task.endTime ?? 0) > 0).terminal;
}
