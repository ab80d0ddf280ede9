import type { JournalEntry } from '../../domain/outcome.ts';
import { workflowTitle } from '../../domain/task.ts';
import { fieldText } from './fieldText.ts';
import { outcomeLook } from './outcomeLook.ts';
import { differenceText } from './questionText.ts';
import { outputDifference } from './outputDifference.ts';
import { oneLine } from './plainText.ts';
import type { TooltipLine } from './taskTooltipLines.ts';
import { durationText, momentText } from './agoText.ts';

/** What was sent, where and when. */
export function updateTooltipLines(entry: JournalEntry): readonly TooltipLine[] {
  const { ref, update, before } = entry;
  return [
    ['Connection', oneLine(entry.connectionName)],
    ['Workflow', oneLine(workflowTitle(entry))],
    ...(ref.execution === undefined ? [] : ([['Execution', ref.execution]] as const)),
    ['Task ID', ref.task],
    ['Sent', `${statusWords(before.status, update.status)}, ${momentText(entry.startedAt)}`],
    ...(update.reason === undefined ? [] : ([['Reason', oneLine(update.reason)]] as const)),
  ];
}

/** The engine's own fields that were sent. */
export function fieldTooltipLines({ update }: JournalEntry): readonly TooltipLine[] {
  return Object.entries(update.fields ?? {}).map(([key, value]) => [key, fieldText(value)]);
}

function statusWords(before: string, sent: string | undefined): string {
  return sent === undefined ? `${before} (kept)` : `${before} → ${sent}`;
}

/** The outcome of the update, with the server's own words. */
export function outcomeTooltipLines(entry: JournalEntry): readonly TooltipLine[] {
  const { outcome, before } = entry;
  const tries: readonly TooltipLine[] = entry.tries.map((one, index) => [
    entry.tries.length === 1 ? 'Answer' : `Answer ${index + 1}`,
    oneLine(one.result),
  ]);
  if (outcome === undefined) return [...tries, ['Outcome', 'in flight']];
  const after = outcome.after;
  const change = after === undefined ? undefined : outputDifference(before.output, after.output);
  return [
    ...tries,
    ['Outcome', outcomeWords(entry)],
    ...(outcome.kind === 'confirmed'
      ? outcome.notes.map((note): TooltipLine => ['Note', oneLine(note, 300)])
      : []),
    ...(change === undefined ? [] : ([['Output', differenceText(change)]] as const)),
  ];
}

function outcomeWords(entry: JournalEntry): string {
  const { outcome } = entry;
  const word = outcomeLook(outcome).word;
  const took = entry.durationMs === undefined ? '' : ` after ${durationText(entry.durationMs)}`;
  switch (outcome?.kind) {
    case 'confirmed':
      return `${word}${took}: ${outcome.after.status}`;
    case 'notApplied': {
      const reason = outcome.reason === undefined ? '' : `. ${oneLine(outcome.reason, 300)}`;
      return `${word}: expected ${outcome.expected}, found ${outcome.actual}${reason}`;
    }
    case 'overtaken':
    case 'pending':
    case 'unknown':
      return `${word}: ${oneLine(outcome.detail, 300)}`;
    case undefined:
      return word;
  }
}
