import * as vscode from 'vscode';
import { isUnapplied } from '../../app/bulk/bulkItem.ts';
import type { BulkItem, BulkResult } from '../../app/bulk/bulkItem.ts';
import { planBulk } from '../../app/bulk/planBulk.ts';
import { runBulk } from '../../app/bulk/runBulk.ts';
import type { BulkProgress } from '../../app/bulk/runBulk.ts';
import { linkFree } from '../words/plainText.ts';
import type { BulkParts } from './bulkParts.ts';
import { numberText } from '../../app/bulk/countText.ts';
import type { TaskRef } from '../../domain/task.ts';
import { dropSharedDrafts, keepSharedDrafts } from './keepSharedDrafts.ts';
import { resultLines } from './resultLines.ts';
import type { BulkReport } from './resultLines.ts';
import { resultSummary } from './resultText.ts';
import { review } from './review.ts';

/** "Complete 12 tasks", with the number of tasks left after the review. */
export type BulkTitle = (count: number) => string;

/** `sendMany` with its parts bound, for other features. */
export type SendMany = (
  items: readonly BulkItem[],
  title: BulkTitle,
) => Promise<readonly BulkResult[]>;

/** Where many updates came from. */
export interface Begun {
  /** A note for the review, such as how many selected rows are tasks. */
  readonly note?: string | undefined;
  /** The task whose new draft kept the typed text for all. */
  readonly begunAt?: TaskRef | undefined;
}

/**
 * Sends many updates: one review, one more confirmation for production, progress with Cancel, and a
 * document with the results. What was typed is kept first. Resolves with the results of the chosen
 * items when all are settled; with none when the person left.
 */
export async function sendMany(
  parts: BulkParts,
  items: readonly BulkItem[],
  titleOf: BulkTitle,
  { note, begunAt }: Begun = {},
): Promise<readonly BulkResult[]> {
  const plan = planBulk(items, (id) => parts.connections.find(id));
  const kept = await keepSharedDrafts(parts, plan.eligible);
  const begun = begunAt === undefined ? kept : [...kept, begunAt];
  const chosen = await review(parts, plan, { titleOf, note });
  if (chosen.length === 0) return [];

  const startedAt = parts.clock.now();
  const results = await runWithProgress(parts, chosen, titleOf(chosen.length));
  await keepSharedDrafts(
    parts,
    results.filter(isUnapplied).map(({ item }) => item),
  );
  const leftOut = plan.eligible.filter((item) => !chosen.includes(item));
  if (!results.some(isUnapplied)) await dropSharedDrafts(parts, begun, leftOut);
  const report = {
    title: titleOf(chosen.length),
    startedAt,
    results,
    refused: plan.refused,
    leftOut,
  };
  await showReport(parts, report);
  return results;
}

function runWithProgress(
  parts: BulkParts,
  items: readonly BulkItem[],
  title: string,
): Promise<readonly BulkResult[]> {
  const abort = new AbortController();
  return Promise.resolve(
    vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        cancellable: true,
        title: linkFree(title, 80),
      },
      async (progress, token) => {
        token.onCancellationRequested(() => abort.abort());
        let done = 0;
        return runBulk(parts, items, {
          signal: abort.signal,
          onProgress: (now) => {
            const increment = ((now.done - done) * 100) / now.total;
            done = now.done;
            progress.report({ increment, message: linkFree(progressText(now, parts.clock.now())) });
          },
        });
      },
    ),
  );
}

function progressText({ done, total, pausedUntil }: BulkProgress, now: number): string {
  const count = `${numberText(done)} of ${numberText(total)}`;
  if (pausedUntil <= now || done === total) return count;
  return `${count}; the server asks for a pause of ${Math.ceil((pausedUntil - now) / 1000)} s`;
}

async function showReport(parts: BulkParts, report: BulkReport): Promise<void> {
  const uri = parts.results.add(report);
  const isAllConfirmed = report.results.every(
    (result) => result.kind === 'settled' && result.entry.outcome.kind === 'confirmed',
  );
  if (!isAllConfirmed) return parts.results.show(uri);
  const lines = resultLines({ ...report, refused: [], leftOut: [] }, (id) => id);
  void offerReport(parts, uri, `${report.title}: ${resultSummary(lines)}`);
}

// Not awaited: the notification may stay open.
async function offerReport(parts: BulkParts, uri: vscode.Uri, message: string): Promise<void> {
  const picked = await vscode.window.showInformationMessage(linkFree(message), 'Show Results');
  if (picked !== undefined) await parts.results.show(uri);
}
