import type { Connection } from '../../domain/connection.ts';
import type { Execution, Workflow } from '../../domain/execution.ts';
import type { Task } from '../../domain/task.ts';
import { stateIcons } from '../words/row.ts';
import { agoText } from '../words/agoText.ts';

/** The texts of a picker's line, without its value. */
export interface ChoiceText {
  readonly label: string;
  readonly icon: string;
  readonly description?: string;
  readonly detail?: string;
}

export function connectionChoiceText(connection: Connection): ChoiceText {
  const words = [
    connection.environment === 'production' ? 'production' : undefined,
    connection.readOnly ? 'read only' : undefined,
  ].filter((word) => word !== undefined);
  return {
    label: connection.name,
    icon: connection.environment === 'production' ? 'server-environment' : 'server',
    description: words.join(' · '),
    detail: connection.url,
  };
}

export function workflowChoiceText(workflow: Workflow): ChoiceText {
  return {
    label: workflow.name,
    icon: 'type-hierarchy',
    ...(workflow.version === undefined ? {} : { description: `v${workflow.version}` }),
  };
}

export function executionChoiceText(execution: Execution, now: number): ChoiceText {
  const { startedAt, correlationId, id, status } = execution;
  const parts = [status, startedAt === undefined ? undefined : agoText(startedAt, now)];
  return {
    label: correlationId ?? id,
    icon: stateIcons[execution.state].name,
    description: parts.filter((part) => part !== undefined).join(' · '),
    ...(correlationId === undefined ? {} : { detail: id }),
  };
}

/** `unavailable` says why the task cannot be picked. */
export function taskChoiceText(
  task: Task,
  now: number,
  unavailable: string | undefined,
): ChoiceText {
  const since = task.endedAt ?? task.startedAt ?? task.scheduledAt;
  const parts = [task.status, task.type, since === undefined ? undefined : agoText(since, now)];
  return {
    label: task.name,
    icon: unavailable === undefined ? stateIcons[task.state].name : 'circle-slash',
    description: parts.filter((part) => part !== undefined).join(' · '),
    ...(unavailable === undefined ? {} : { detail: unavailable }),
  };
}
