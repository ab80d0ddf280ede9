import type { Pinned } from '../../app/pins.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { CommandId } from '../manifest.generated.ts';
import { stateIcons } from '../words/row.ts';
import type { RowDecoration } from '../send/rowDecorations.ts';
import { iconFree, oneLine } from '../words/plainText.ts';
import { taskTooltipLines } from '../words/taskTooltipLines.ts';
import type { TooltipLine } from '../words/taskTooltipLines.ts';

/** The state of the pinned task. */
export interface PinnedView {
  readonly pinned: Pinned;
  /** As last read; absent before the first read. */
  readonly task: Task | undefined;
  readonly connection: Connection | undefined;
  readonly decoration: RowDecoration | undefined;
  /** The error of the last read, if it failed. */
  readonly problem: string | undefined;
  readonly now: number;
}

/** The content of the status bar item, before VS Code draws it. */
export interface PinnedItem {
  readonly text: string;
  readonly accessibilityLabel: string;
  readonly title: string;
  readonly tooltipLines: readonly TooltipLine[];
  /** The links in the tooltip. */
  readonly actions: readonly ItemAction[];
  /** Production has its own colour, to warn before a click. */
  readonly isProduction: boolean;
}

export interface ItemAction {
  readonly label: string;
  readonly command: CommandId;
}

export function pinnedItem(view: PinnedView): PinnedItem {
  const { pinned, connection, problem, decoration } = view;
  const name = oneLine(pinned.name, 32);
  const state = decoration?.kind === 'busy' ? decoration.text : pinned.status;
  const isProduction = connection?.environment === 'production';
  const connectionName = connection === undefined ? 'connection removed' : oneLine(connection.name);
  return {
    text: `$(${icon(view)}) ${iconFree(pinned.name, 32)}: ${iconFree(state, 40)}`,
    accessibilityLabel: `Pinned task ${name}, ${state}, on ${connectionName}${isProduction ? ', production' : ''}`,
    title: oneLine(pinned.name, 80),
    tooltipLines: [
      ['Connection', `${connectionName}${isProduction ? ' (production)' : ''}`],
      ...(view.task === undefined
        ? ([['Status', pinned.status]] as const)
        : taskTooltipLines(view.task, view.now)),
      ...(problem === undefined ? [] : ([['Not read', oneLine(problem)]] as const)),
    ],
    actions: view.task === undefined ? lookActions : [...sendActions(view.task), ...lookActions],
    isProduction,
  };
}

const lookActions: readonly ItemAction[] = [
  { label: 'Show Task', command: 'workflowTasks.task.open' },
  { label: 'Unpin', command: 'workflowTasks.task.unpin' },
];

function sendActions({ options }: Task): readonly ItemAction[] {
  if (options.unavailable !== undefined) return [];
  const ofRole = (role: 'complete' | 'fail', label: string, command: CommandId) =>
    statusFor(options, role) === undefined ? [] : [{ label, command }];
  return [
    ...ofRole('complete', 'Complete', 'workflowTasks.task.complete'),
    ...ofRole('fail', 'Fail', 'workflowTasks.task.fail'),
    ...(options.output === undefined
      ? []
      : [{ label: 'Edit Output', command: 'workflowTasks.task.editOutput' } as const]),
    { label: 'Update…', command: 'workflowTasks.task.update' },
  ];
}

function icon({ pinned, decoration, problem }: PinnedView): string {
  if (decoration?.kind === 'busy') return 'loading~spin';
  if (problem !== undefined) return 'debug-disconnect';
  return stateIcons[pinned.state].name;
}
