import { isOpen, isUnapplied } from '../../app/bulk/bulkItem.ts';
import type { BulkItem, BulkResult } from '../../app/bulk/bulkItem.ts';
import type { RefusedItem } from '../../app/bulk/planBulk.ts';
import { sentence } from '../../app/sentence.ts';
import type { Task } from '../../domain/task.ts';
import { taskKey, workflowTitle } from '../../domain/task.ts';
import { oneLine } from '../words/plainText.ts';

/** The outcomes of many updates. The window keeps it until it closes. */
export interface BulkReport {
  readonly title: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly results: readonly BulkResult[];
  /** Items that the plan ruled out before sending. */
  readonly refused: readonly RefusedItem[];
  /** Items that the person unchecked in the review. */
  readonly leftOut: readonly BulkItem[];
}

/** The words for one task of a report. */
export interface ResultLine {
  readonly outcome: OutcomeWord;
  readonly status: string;
  readonly task: string;
  readonly workflow: string;
  readonly connection: string;
  readonly reason: string;
}

/** In the order of the lines: what needs attention comes first. */
export const outcomeWords = [
  'unknown',
  'overtaken',
  'pending',
  'not applied',
  'changed',
  'not read',
  'invalid',
  'not sent',
  'not possible',
  'left out',
  'confirmed',
] as const;
export type OutcomeWord = (typeof outcomeWords)[number];

/** The meaning of each word, shown after its count. */
export const outcomeMeanings: Readonly<Record<OutcomeWord, string>> = {
  unknown: 'sent, and what became of it cannot be told; reading again may settle it',
  overtaken: 'applied, and somebody changed the task after it',
  pending: 'accepted, and not visible yet',
  'not applied': 'refused or not sent, and the task does not show it',
  changed: 'somebody changed the task meanwhile, so nothing was sent',
  'not read': 'the task could not be read, so nothing was sent',
  invalid: 'the task as it is now does not take it, so nothing was sent',
  'not sent': 'its turn did not come',
  'not possible': 'was not sent, as the review said',
  'left out': 'was unchecked in the review',
  confirmed: 'the engine shows it',
};

export function resultLines(
  report: BulkReport,
  connectionName: (id: string) => string,
): readonly ResultLine[] {
  const lines = [
    ...report.results.map((result) => resultLine(result, connectionName)),
    ...report.refused.map(({ item, reason }) => ({
      ...taskColumns(item.base, connectionName),
      outcome: 'not possible' as const,
      status: item.base.status,
      reason: oneLine(reason, 300),
    })),
    ...report.leftOut.map(({ base }) => ({
      ...taskColumns(base, connectionName),
      outcome: 'left out' as const,
      status: base.status,
      reason: '',
    })),
  ];
  return lines.toSorted(
    (a, b) => outcomeWords.indexOf(a.outcome) - outcomeWords.indexOf(b.outcome),
  );
}

/** The report with newer results for some of its tasks. */
export function withNewer(report: BulkReport, newer: readonly BulkResult[]): BulkReport {
  const byTask = new Map(newer.map((result) => [taskKey(result.item.base.ref), result]));
  const results = report.results.map(
    (result) => byTask.get(taskKey(result.item.base.ref)) ?? result,
  );
  return { ...report, results };
}

export function unappliedOf({ results }: BulkReport): readonly BulkResult[] {
  return results.filter(isUnapplied);
}

export function openOf({ results }: BulkReport) {
  return results.filter(isOpen);
}

function resultLine(result: BulkResult, connectionName: (id: string) => string): ResultLine {
  const { base } = result.item;
  const columns = taskColumns(base, connectionName);
  switch (result.kind) {
    case 'settled':
      return { ...columns, ...settledPart(result) };
    case 'invalid': {
      const reason = result.problems.map(({ message }) => message).join(' ');
      return { ...columns, outcome: 'invalid', status: base.status, reason: oneLine(reason, 300) };
    }
    case 'changed': {
      const reason = result.changes.map(({ what, from, to }) => `${what}: ${from} → ${to}`);
      return {
        ...columns,
        outcome: 'changed',
        status: statusText(base.status, result.now.status),
        reason: oneLine(`Since you looked, ${reason.join('; ')}.`, 300),
      };
    }
    case 'notSent':
      return { ...columns, outcome: 'not sent', status: base.status, reason: result.reason };
    case 'failed':
      return {
        ...columns,
        outcome: 'not read',
        status: base.status,
        reason: oneLine(sentence(result.error), 300),
      };
  }
}

function settledPart({
  entry,
}: Extract<BulkResult, { kind: 'settled' }>): Pick<ResultLine, 'outcome' | 'status' | 'reason'> {
  const { outcome, before } = entry;
  const status = statusText(before.status, outcome.after?.status);
  switch (outcome.kind) {
    case 'confirmed':
      return { outcome: 'confirmed', status, reason: oneLine(outcome.notes.join(' '), 300) };
    case 'notApplied': {
      const expected = `Expected ${outcome.expected}, found ${outcome.actual}.`;
      const words = [outcome.expected === outcome.actual ? '' : expected, outcome.reason ?? ''];
      return { outcome: 'not applied', status, reason: oneLine(words.join(' '), 300) };
    }
    case 'overtaken':
    case 'pending':
    case 'unknown':
      return { outcome: outcome.kind, status, reason: oneLine(outcome.detail, 300) };
  }
}

function statusText(before: string, after: string | undefined): string {
  return after === undefined || after === before ? before : `${before} → ${after}`;
}

function taskColumns(base: Task, connectionName: (id: string) => string) {
  return {
    task: oneLine(base.name, 80),
    workflow: oneLine(workflowTitle(base), 60),
    connection: oneLine(connectionName(base.ref.connection), 60),
  };
}
