import { atLeast } from '../../atLeast.ts';
import type { Execution, TaskRun } from '../model.ts';

/** The fields that are columns of the index in this version. */
export function workflowFields(version: string): ReadonlySet<string> {
  const always = [
    'workflowId',
    'correlationId',
    'workflowType',
    'startTime',
    'status',
    'updateTime',
  ];
  const recent = ['endTime', 'parentWorkflowId', 'classifier'];
  return new Set(atLeast(version, '3.22.0') ? [...always, ...recent] : always);
}

export function taskFields(version: string): ReadonlySet<string> {
  const always = [
    'taskId',
    'taskType',
    'taskDefName',
    'status',
    'startTime',
    'updateTime',
    'workflowType',
    // The query accepts these two, but the table has no such columns, so the SQL statement fails.
    'workflowId',
    'correlationId',
  ];
  return new Set(atLeast(version, '3.22.0') ? [...always, 'endTime'] : always);
}

/**
 * The value of a field in the form that the index compares. Servers before 3.22 index the start as
 * the first update.
 */
export function workflowField(execution: Execution, field: string, isRecent: boolean): string {
  switch (field) {
    case 'workflowId':
      return execution.workflowId;
    case 'correlationId':
      return execution.correlationId ?? '';
    case 'workflowType':
      return execution.definition.name;
    case 'startTime':
      return String(execution.startTime);
    case 'endTime':
      return String(execution.endTime);
    case 'updateTime':
      return updateTimeOf(execution, isRecent);
    case 'status':
      return execution.status;
    case 'parentWorkflowId':
      return execution.parentWorkflowId ?? '';
    default:
      return field === 'classifier' ? 'workflow' : '';
  }
}

function updateTimeOf({ updateTime, startTime }: Execution, isRecent: boolean): string {
  return String(updateTime || (isRecent ? 0 : startTime));
}

export function taskField(run: TaskRun, field: string): string {
  switch (field) {
    case 'taskId':
      return run.taskId;
    case 'taskType':
      return run.taskType;
    case 'taskDefName':
      return run.taskDefName;
    case 'status':
      return run.status;
    case 'startTime':
      return String(run.startTime);
    case 'endTime':
      return String(run.endTime);
    case 'updateTime':
      return String(run.updateTime);
    default:
      return field === 'workflowType' ? (run.workflowType ?? '') : '';
  }
}
