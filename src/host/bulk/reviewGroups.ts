import type { BulkItem } from '../../app/bulk/bulkItem.ts';
import type { RefusedItem } from '../../app/bulk/planBulk.ts';
import { mergedOutput } from '../../app/output/mergedOutput.ts';
import type { Connection } from '../../domain/connection.ts';
import type { StatusOption } from '../../domain/taskUpdate.ts';
import { workflowTitle } from '../../domain/task.ts';
import { outputDifference } from '../words/outputDifference.ts';
import { oneLine } from '../words/plainText.ts';
import { differenceText } from '../words/questionText.ts';
import { outputWord } from '../words/statusChoices.ts';

/** The updates for one connection. */
export interface ReviewGroup {
  /** The connection's name, with its environment unless that is development. */
  readonly label: string;
  readonly lines: readonly ReviewLine[];
}

/** A task of a review. Each part is one short line. */
export interface ReviewLine {
  readonly item: BulkItem;
  readonly name: string;
  readonly workflow: string;
  /** "IN_PROGRESS → COMPLETED". */
  readonly status: string;
  /** The other parts of the update, and its consequences as sentences. */
  readonly effect: string;
  /** True when the update stops the workflow. */
  readonly isGrave: boolean;
}

export interface UnavailableLine {
  readonly name: string;
  readonly workflow: string;
  readonly reason: string;
}

export type ConnectionOf = (id: string) => Connection | undefined;

export function reviewGroups(
  eligible: readonly BulkItem[],
  connectionOf: ConnectionOf,
): readonly ReviewGroup[] {
  const groups = new Map<string, ReviewLine[]>();
  for (const item of eligible) {
    const label = groupLabel(item, connectionOf(item.base.ref.connection));
    const lines = groups.get(label) ?? [];
    groups.set(label, lines);
    lines.push(reviewLine(item));
  }
  return [...groups].map(([label, lines]) => ({ label, lines }));
}

export function unavailableLine({ item, reason }: RefusedItem): UnavailableLine {
  const { base } = item;
  return {
    name: oneLine(base.name, 80),
    workflow: oneLine(workflowTitle(base), 60),
    reason: oneLine(reason, 300),
  };
}

/** The production connections of the items. The last question names each. */
export function productionNames(
  items: readonly BulkItem[],
  connectionOf: ConnectionOf,
): readonly string[] {
  const ids = [...new Set(items.map(({ base }) => base.ref.connection))];
  return ids
    .map(connectionOf)
    .filter((connection) => connection?.environment === 'production')
    .map((connection) => connection?.name ?? '');
}

function reviewLine(item: BulkItem): ReviewLine {
  const { base, update } = item;
  return {
    item,
    name: oneLine(base.name, 80),
    workflow: oneLine(workflowTitle(base), 60),
    status:
      update.status === undefined ? `keeps ${base.status}` : `${base.status} → ${update.status}`,
    isGrave: optionOf(item)?.stopsWorkflow === true,
    effect: oneLine([...sentParts(item), ...effects(item)].join(' '), 300),
  };
}

function sentParts({ base, update }: BulkItem): readonly string[] {
  const { output, reason, fields } = update;
  const parts: string[] = [];
  if (output !== undefined) {
    const difference = outputDifference(base.output, mergedOutput(base.output, output));
    const what = difference === undefined ? 'a new text' : differenceText(difference);
    parts.push(`${outputWord(base.options)}: ${what}.`);
  }
  if (reason !== undefined) parts.push(`Reason: ${oneLine(reason, 60)}.`);
  const keys = Object.keys(fields ?? {});
  if (keys.length > 0) parts.push(`Sets ${keys.join(', ')}.`);
  return parts;
}

function effects(item: BulkItem): readonly string[] {
  const option = optionOf(item);
  return [...(option === undefined ? [] : [option.effect]), ...item.base.options.warnings];
}

function optionOf({ base, update }: BulkItem): StatusOption | undefined {
  return base.options.statuses.find(({ status }) => status === update.status);
}

function groupLabel({ base }: BulkItem, connection: Connection | undefined): string {
  const name = oneLine(connection?.name ?? base.ref.connection, 60);
  const environment = connection?.environment ?? 'development';
  return environment === 'development' ? name : `${name} (${environment})`;
}
