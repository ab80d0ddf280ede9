import { ageText } from '../../domain/ageText.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Execution, Workflow } from '../../domain/execution.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import { stateIcons } from '../words/row.ts';
import type { Icon, Row } from '../words/row.ts';
import type { MessageNode, WorkflowNode } from './workflowNode.ts';

/** The context that a row shows besides its node. */
export interface RowSurroundings {
  readonly nowMs: number;
  readonly isReadOnly: (connection: string) => boolean;
  readonly isDemo: (connection: string) => boolean;
  readonly isPinned: (ref: TaskRef) => boolean;
  /** The text of a running or recent update for the task's row. */
  readonly decorationOf: (
    ref: TaskRef,
  ) => { readonly icon: Icon; readonly text: string } | undefined;
  /** Describes what Repeat would send to the task. */
  readonly repeatOf: (task: Task) => string | undefined;
}

export function workflowRow(node: WorkflowNode, context: RowSurroundings): Row {
  switch (node.kind) {
    case 'connection':
      return connectionRow(node.connection, context);
    case 'workflow':
      return definitionRow(node.workflow);
    case 'execution':
      return executionRow(node.execution, context);
    case 'child':
      return {
        label: node.workflow,
        description: 'sub-workflow',
        tooltip: `Execution ${node.execution}`,
        icon: { name: 'type-hierarchy-sub' },
        expand: 'collapsed',
        context: ['execution', 'refreshable'],
        spoken: `sub-workflow ${node.workflow}`,
      };
    case 'task':
      return taskRow(node, context);
    case 'group':
      return {
        label: node.label,
        ...(node.count === undefined ? {} : { description: node.count }),
        tooltip: node.label,
        icon: groupIcon(node.of, context),
        expand: 'expanded',
        context: ['group', 'matchable'],
        spoken: node.count === undefined ? node.label : `${node.label}, ${node.count}`,
      };
    case 'more':
      return moreRow(node);
    case 'message':
      return messageRow(node);
  }
}

function connectionRow(connection: Connection, context: RowSurroundings): Row {
  const words = [
    connection.environment === 'development' ? undefined : connection.environment,
    connection.readOnly ? 'read only' : undefined,
  ].filter((word) => word !== undefined);
  return {
    label: connection.name,
    ...(words.length === 0 ? {} : { description: words.join(' · ') }),
    tooltip: `${connection.name}\n${connection.engine} at ${connection.url}`,
    icon: connectionIcon(connection, context),
    expand: 'expanded',
    context: [
      'connection',
      'refreshable',
      'matchable',
      context.isDemo(connection.id) ? 'demo' : 'saved',
    ],
    spoken: `connection ${connection.name} ${words.join(' ')}`,
  };
}

function connectionIcon({ id, environment }: Connection, context: RowSurroundings): Icon {
  return environment === 'production'
    ? { name: 'server-environment', color: 'list.warningForeground' }
    : { name: context.isDemo(id) ? 'beaker' : 'server' };
}

function groupIcon(of: Connection | 'workflow' | undefined, context: RowSurroundings): Icon {
  if (of === undefined) return { name: 'list-tree' };
  return of === 'workflow' ? { name: 'type-hierarchy' } : connectionIcon(of, context);
}

function definitionRow(workflow: Workflow): Row {
  return {
    label: workflow.name,
    ...(workflow.version === undefined ? {} : { description: versionText(workflow.version) }),
    tooltip: `${workflow.name}\nVersions: ${workflow.versions.join(', ')}`,
    icon: { name: 'type-hierarchy' },
    expand: 'collapsed',
    context: ['workflow', 'refreshable', 'matchable'],
    spoken: `workflow ${workflow.name}`,
  };
}

function moreRow(node: Extract<WorkflowNode, { kind: 'more' }>): Row {
  const { shown, total } = node;
  const isWaiting = node.of === 'waiting';
  return {
    label: isWaiting ? 'Show more…' : 'Load more…',
    description: total === undefined ? `${shown} shown` : `${shown} of ${total}`,
    tooltip: isWaiting ? 'Look further for tasks that wait' : 'Load the next page',
    icon: { name: 'ellipsis' },
    expand: 'none',
    context: ['more'],
    command: { id: 'workflowTasks.view.loadMore', args: [node] },
    spoken: `${isWaiting ? 'show' : 'load'} more, ${shown} shown`,
  };
}

function executionRow(execution: Execution, context: RowSurroundings): Row {
  const age =
    execution.startedAt === undefined ? undefined : ageText(context.nowMs - execution.startedAt);
  const title = execution.correlationId ?? execution.id;
  return {
    label: title,
    description: [execution.status, age].filter((part) => part !== undefined).join(' · '),
    tooltip: lines([
      `${execution.workflow} ${execution.version === undefined ? '' : versionText(execution.version)}`,
      `Execution ${execution.id}`,
      time('Started', execution.startedAt),
      time('Ended', execution.endedAt),
      execution.reason,
    ]),
    icon: stateIcons[execution.state],
    expand: 'collapsed',
    context: ['execution', 'refreshable', ...(execution.terminal ? [] : ['matchable'])],
    spoken: `execution ${title}, ${execution.status}`,
  };
}

function taskRow(node: Extract<WorkflowNode, { kind: 'task' }>, context: RowSurroundings): Row {
  const { task } = node;
  const decoration = context.decorationOf(task.ref);
  const since = task.endedAt ?? task.startedAt ?? task.scheduledAt;
  const words = taskContext(node.past, task, context);
  const name = node.past ? `Try ${task.attempt + 1}` : task.name;
  const age = since === undefined ? undefined : ageText(context.nowMs - since);
  return {
    label: name,
    description: [decoration?.text ?? task.status, node.past ? undefined : task.type, age]
      .filter((part) => part !== undefined)
      .join(' · '),
    tooltip: taskTooltip(task, repeatLine(task, words, context)),
    icon: decoration?.icon ?? stateIcons[task.state],
    expand: expandOf(node),
    context: words,
    spoken: `task ${name}, ${decoration?.text ?? task.status}, ${task.type}`,
  };
}

function expandOf(node: Extract<WorkflowNode, { kind: 'task' }>): Row['expand'] {
  if (node.children.length > 0) return 'expanded';
  const { child, hasChildren } = node.task;
  const opens = node.attempts.length > 0 || child !== undefined || hasChildren === true;
  return opens && !node.past ? 'collapsed' : 'none';
}

function taskTooltip(task: Task, repeats: string | undefined): string {
  return lines([
    `${task.name} (${task.type})`,
    `Status ${task.status}${task.attempt > 0 ? `, try ${task.attempt + 1}` : ''}`,
    time('Scheduled', task.scheduledAt),
    time('Started', task.startedAt),
    time('Ended', task.endedAt),
    task.worker === undefined ? undefined : `Worker ${task.worker}`,
    task.reason,
    task.options.unavailable,
    repeats,
  ]);
}

function repeatLine(
  task: Task,
  words: readonly string[],
  { repeatOf }: RowSurroundings,
): string | undefined {
  if (!words.includes('canRepeat')) return undefined;
  return `Repeat Last Update sends ${repeatOf(task) ?? ''}`;
}

function taskContext(past: boolean, task: Task, context: RowSurroundings): readonly string[] {
  if (past) return ['task'];
  const words = ['task', context.isPinned(task.ref) ? 'pinned' : 'canPin'];
  if (task.options.unavailable !== undefined || context.isReadOnly(task.ref.connection))
    return words;
  words.push('canUpdate');
  if (statusFor(task.options, 'complete') !== undefined) words.push('canComplete');
  if (statusFor(task.options, 'fail') !== undefined) words.push('canFail');
  if (task.options.stop !== undefined && task.options.stop.unavailable === undefined) {
    words.push('canStop');
  }
  if (task.options.output !== undefined) words.push('canEditOutput');
  if (context.repeatOf(task) !== undefined) words.push('canRepeat');
  return words;
}

const messageIcons: Readonly<Record<MessageNode['severity'], Icon>> = {
  info: { name: 'info' },
  warning: { name: 'warning', color: 'list.warningForeground' },
  error: { name: 'error', color: 'list.errorForeground' },
  action: { name: 'arrow-small-right' },
};

function messageRow(node: MessageNode): Row {
  return {
    label: node.text,
    ...(node.detail === undefined ? {} : { description: node.detail }),
    tooltip: lines([node.text, node.detail]),
    icon: messageIcons[node.severity],
    expand: 'none',
    context: ['message'],
    ...(node.action === undefined
      ? {}
      : { command: { id: node.action.command, args: node.action.args } }),
    spoken: lines([node.text, node.detail]),
  };
}

/** A numeric version gets a "v" in front; a named version stays as it is. */
function versionText(version: string): string {
  return /^\d/.test(version) ? `v${version}` : version;
}

function time(label: string, ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : `${label} ${new Date(ms).toLocaleString()}`;
}

function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part.trim() !== '').join('\n');
}
