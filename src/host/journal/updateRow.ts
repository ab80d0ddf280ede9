import type { Draft } from '../../app/drafts/drafts.ts';
import { mayUndo } from '../../app/undo/undoOf.ts';
import { isOpenOutcome } from '../../domain/outcome.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { executionTitle } from '../../domain/executionTitle.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Row } from '../words/row.ts';
import { outcomeLook } from '../words/outcomeLook.ts';
import { oneLine } from '../words/plainText.ts';
import type { TooltipLine } from '../words/taskTooltipLines.ts';
import { updateSummary } from '../words/updateSummary.ts';
import { agoText, momentText } from '../words/agoText.ts';
import {
  fieldTooltipLines,
  outcomeTooltipLines,
  updateTooltipLines,
} from '../words/updateTooltipLines.ts';
import type { UpdateNode } from './updateNodes.ts';

/** A row of the Updates view. `now` is in epoch milliseconds. */
export function updateRow(node: UpdateNode, now: number): Row {
  switch (node.kind) {
    case 'group':
      return foldedRow(node.label, node.count, groupIcon(node.label), 'expanded');
    case 'older':
      return foldedRow('Older', undefined, 'history', 'collapsed');
    case 'noMatch':
      return plainRow('Nothing matches the filter', 'info');
    case 'clearFilter':
      return {
        ...plainRow('Clear filter', 'arrow-small-right'),
        command: command('workflowTasks.journal.clearFilter', node),
      };
    case 'draft':
      return { ...draftRow(node.draft, now), command: command('workflowTasks.draft.open', node) };
    case 'entry':
      return {
        ...entryRow(node.entry, now),
        command: command('workflowTasks.update.compare', node),
      };
  }
}

function plainRow(label: string, icon: string): Row {
  return {
    label,
    tooltip: label,
    icon: { name: icon },
    expand: 'none',
    context: ['message'],
    spoken: label,
  };
}

function foldedRow(
  label: string,
  count: string | undefined,
  icon: string,
  expand: Row['expand'],
): Row {
  return {
    label,
    ...(count === undefined ? {} : { description: count }),
    tooltip: count === undefined ? label : `${label}: ${count}`,
    icon: { name: icon },
    expand,
    context: ['group'],
    spoken: count === undefined ? label : `${label}, ${count}`,
  };
}

function groupIcon(label: string): string {
  if (label === 'Drafts') return 'edit';
  return label === 'In Flight' ? 'sync' : 'history';
}

function command(id: CommandId, node: UpdateNode): NonNullable<Row['command']> {
  return { id, args: [node] };
}

function draftRow(draft: Draft, now: number): Row {
  const label = oneLine(draft.taskName, 80);
  const description = [draft.status, executionTitle(draft), agoText(draft.savedAt, now)]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    label,
    description,
    tooltip: tooltip([
      ['Draft of', draft.taskName],
      ['Connection', draft.connectionName],
      ['Workflow', workflowTitle(draft)],
      ...(draft.ref.execution === undefined ? [] : ([['Execution', draft.ref.execution]] as const)),
      ['Task ID', draft.ref.task],
      ['Saved', momentText(draft.savedAt)],
    ]),
    icon: { name: 'edit' },
    expand: 'none',
    context: ['draft'],
    spoken: `draft of ${label}, ${description}`,
  };
}

function entryRow(entry: JournalEntry, now: number): Row {
  const look = outcomeLook(entry.outcome);
  const label = oneLine(entry.taskName, 80);
  const description = [
    updateSummary(entry.update),
    look.word,
    executionTitle(entry),
    agoText(entry.startedAt, now),
  ].join(' · ');
  return {
    label,
    description,
    tooltip: tooltip([
      ...updateTooltipLines(entry),
      ...fieldTooltipLines(entry),
      ...outcomeTooltipLines(entry),
    ]),
    icon: look.icon,
    expand: 'none',
    context: entryWords(entry),
    spoken: `${label}, ${description}`,
  };
}

/** The words of `contextValue` that select a row's menu entries. */
export function entryWords(entry: JournalEntry): readonly string[] {
  const { outcome } = entry;
  return [
    ...(isOpenOutcome(outcome) ? ['checkable'] : []),
    ...(outcome?.after === undefined ? [] : ['comparable']),
    ...(outcome === undefined ? [] : ['sendable']),
    ...(mayUndo(entry) ? ['undoable'] : []),
    'entry',
  ];
}

function tooltip(tooltipLines: readonly TooltipLine[]): string {
  return tooltipLines.map(([label, value]) => `${label}: ${oneLine(value, 300)}`).join('\n');
}
