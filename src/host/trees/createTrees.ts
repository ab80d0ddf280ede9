import type * as vscode from 'vscode';
import { createWaiting } from '../../app/waiting.ts';
import { sameTask } from '../../domain/task.ts';
import type { TaskRef } from '../../domain/task.ts';
import { isDemo } from '../demo.ts';
import type { AppParts } from '../appParts.ts';
import type { Settings } from '../settings.ts';
import type { LastSent } from '../../app/journal/lastSent.ts';
import { repeatOffer } from './repeatOffer.ts';
import type { RowDecorations } from '../send/rowDecorations.ts';
import { createFilterCommands } from './filterCommands.ts';
import { createTaskTree } from './taskTree.ts';
import { waitingChildren } from './waitingChildren.ts';
import { createWaitingCommands } from './waitingCommands.ts';
import { waitingTaskRow } from './waitingRows.ts';
import { createWaitingView } from './waitingView.ts';
import { workflowChildren } from './workflowChildren.ts';
import type { WorkflowNode } from './workflowNode.ts';
import { workflowRow } from './workflowRow.ts';
import { createWorkflowsView } from './workflowsView.ts';

interface TreeParts {
  readonly app: AppParts;
  readonly settings: Settings;
  readonly memory: vscode.Memento;
  readonly decorations: RowDecorations;
  readonly lastSent: LastSent;
  /** Called when the first view is shown. No request is made before. */
  onFirstShown(): void;
}

export function createTrees(parts: TreeParts) {
  const { app, settings, memory, onFirstShown } = parts;
  const { store, connections, clock, log } = app;
  const rowOf = rowMaker(parts);
  const common = {
    clock,
    log,
    refreshSeconds: settings.refreshSeconds,
    onDidChangeInterval: settings.onDidChange,
    onFirstShown,
  };

  const filter = createFilterCommands({
    memory,
    statuses: () => statusWords(app),
    onChange: () => store.invalidate(),
  });
  const children = {
    store,
    connections: connections.list,
    problems: () => settings.connections().problems,
    filter: filter.current,
  };
  const workflowsTree = createTaskTree({
    children: (node) => workflowChildren(node, children),
    row: rowOf,
    log,
  });
  const workflows = createWorkflowsView({
    ...common,
    tree: workflowsTree,
    store,
    filter: filter.current,
  });

  const waiting = createWaiting(connections, clock);
  const waitingCommands = createWaitingCommands(memory, {
    regroup: () => void waitingTree.refresh(),
    refresh: waiting.invalidate,
  });
  const waitingTree = createTaskTree({
    children: (node) => waitingChildren(node, waiting, waitingCommands.groups()),
    row: (node) =>
      node.kind === 'task' ? waitingTaskRow(node.task, rowOf(node), clock.now()) : rowOf(node),
    log,
  });
  const waitingView = createWaitingView({ ...common, tree: waitingTree, waiting, store });

  return {
    filter: filter.current,
    waiting,
    commands: { ...filter.commands, ...waitingCommands.commands },
    workflows: { ...workflows, find: workflowsTree.find, dispose: () => workflows.dispose() },
    waitingView: { ...waitingView, find: waitingTree.find, dispose: () => waitingView.dispose() },
  };
}

function rowMaker({ app, decorations, lastSent }: TreeParts) {
  const { connections, pins, clock } = app;
  const isPinned = (ref: TaskRef) => {
    const pinned = pins.current()?.ref;
    return pinned !== undefined && sameTask(pinned, ref);
  };
  return (node: WorkflowNode) =>
    workflowRow(node, {
      nowMs: clock.now(),
      isReadOnly: (id) => connections.find(id)?.readOnly ?? false,
      isDemo,
      isPinned,
      decorationOf: decorations.of,
      repeatOf: repeatOffer(lastSent),
    });
}

/** The status words that the filter offers: those of all connected engines. */
async function statusWords({ connections }: AppParts): Promise<readonly string[]> {
  const connected = await Promise.all(
    connections.list().map(({ id }) => connections.connected(id)),
  );
  return [...new Set(connected.flatMap(({ engine }) => engine.executionStatuses ?? []))];
}
