import pLimit from 'p-limit';
import * as vscode from 'vscode';
import { linkFree } from '../words/plainText.ts';
import type { BulkItem, BulkResult } from '../../app/bulk/bulkItem.ts';
import { isOpen } from '../../app/bulk/bulkItem.ts';
import { sentence } from '../../app/sentence.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Handler } from '../ui/handler.ts';
import { unavailableTask } from '../words/offeredTask.ts';
import type { BulkParts } from './bulkParts.ts';
import { countText, numberText } from '../../app/bulk/countText.ts';
import type { Results } from './resultDocuments.ts';
import { resultLines, unappliedOf, withNewer } from './resultLines.ts';
import type { ResultLine } from './resultLines.ts';
import { resultCsv, resultMarkdown } from './resultText.ts';
import { sendMany } from './sendMany.ts';

// Reads at the same time: quick enough, and few enough for a small server.
const atOnce = 4;

/** The commands of the results of many updates. */
export function createResultCommands(parts: BulkParts) {
  const { results, connections } = parts;
  const nameOf = (id: string) => connections.find(id)?.name ?? id;
  const orSayNone =
    (run: (found: Results) => Promise<void>, instead = async () => false) =>
    async (given: unknown): Promise<void> => {
      const found = results.find(given);
      if (found !== undefined) return run(found);
      if (await instead()) return;
      const hint = 'No results are kept in this window: the Updates view has each update sent.';
      void vscode.window.showInformationMessage(hint);
    };
  const copy = (textOf: (title: string, lines: readonly ResultLine[]) => string) =>
    orSayNone(async ({ report }) => {
      const lines = resultLines(report, nameOf);
      await vscode.env.clipboard.writeText(textOf(report.title, lines));
      vscode.window.setStatusBarMessage(`Copied ${countText(lines.length, 'line')}`, 3000);
    });

  return {
    'workflowTasks.results.show': orSayNone(({ uri }) => results.show(uri), results.showEarlier),
    'workflowTasks.results.copyMarkdown': copy(resultMarkdown),
    'workflowTasks.results.copyCsv': copy((_title, lines) => resultCsv(lines)),
    'workflowTasks.results.retry': orSayNone(async ({ uri, report }) => {
      const items = unappliedOf(report).map(({ item }) => item);
      if (items.length === 0) {
        void vscode.window.showInformationMessage('All of them were applied, or may have been.');
        return;
      }
      const fresh = await readAfresh(parts, items);
      const again = await sendMany(parts, fresh, (count) => `Retry ${countText(count)}`);
      results.update(uri, (standing) => withNewer(standing, again));
    }),
    'workflowTasks.results.checkAgain': orSayNone(async ({ uri, report }) => {
      if (!report.results.some(isOpen)) {
        void vscode.window.showInformationMessage('What became of each is known already.');
        return;
      }
      const checked = await checkOpen(parts, report.results);
      results.update(uri, (standing) => withNewer(standing, checked));
    }),
  } satisfies Partial<Record<CommandId, Handler>>;
}

/** The same updates for the tasks as they are now. The review shows tasks that are gone. */
async function readAfresh(
  parts: BulkParts,
  items: readonly BulkItem[],
): Promise<readonly BulkItem[]> {
  return withCount(items.length, 'Reading', async (signal, count) =>
    pLimit(atOnce).map([...items], async ({ base, update }): Promise<BulkItem> => {
      try {
        const task = await parts.store.task(base.ref, signal);
        if (task !== undefined) return { base: task, update };
        return unavailableItem({ base, update }, 'The engine knows no such task any more.');
      } catch (error) {
        if (isAbort(error)) throw error;
        return unavailableItem({ base, update }, `It could not be read: ${sentence(error)}`);
      } finally {
        count();
      }
    }),
  );
}

function unavailableItem({ base, update }: BulkItem, unavailable: string): BulkItem {
  return { base: unavailableTask(base, unavailable), update };
}

/**
 * Reads the tasks with an open outcome again and never sends. Returns the outcomes that it could
 * read.
 */
async function checkOpen(
  parts: BulkParts,
  results: readonly BulkResult[],
): Promise<readonly BulkResult[]> {
  const open = results.filter(isOpen);
  return withCount(open.length, 'Checking', async (signal, count) =>
    pLimit(atOnce).map(open, async (result) => {
      try {
        const entry = await parts.updates.checkAgain(result.entry.id, signal);
        return { ...result, entry };
      } catch (error) {
        if (!isAbort(error)) parts.log.warn(`Not checked: ${sentence(error)}`);
        return result;
      } finally {
        count();
      }
    }),
  );
}

function withCount<T>(
  total: number,
  verb: string,
  work: (signal: AbortSignal, count: () => void) => Promise<T>,
): Promise<T> {
  const title = linkFree(`${verb} ${countText(total)}`);
  const location = vscode.ProgressLocation.Notification;
  return Promise.resolve(
    vscode.window.withProgress({ location, cancellable: true, title }, (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      let done = 0;
      return work(abort.signal, () => {
        done += 1;
        const message = `${numberText(done)} of ${numberText(total)}`;
        progress.report({ increment: 100 / total, message });
      });
    }),
  );
}
