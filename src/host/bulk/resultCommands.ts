import pLimit from 'p-limit';
import * as vscode from 'vscode';
import type { BulkItem, BulkResult } from '../../app/bulk/bulkItem.ts';
import { isOpen } from '../../app/bulk/bulkItem.ts';
import { sentence } from '../../app/updates/sentence.ts';
import { isAbort } from '../../domain/engineError.ts';
import type { BulkContext } from './bulkContext.ts';
import { countText, numberText } from '../../app/bulk/countText.ts';
import { resultLines, unappliedOf } from './resultLines.ts';
import type { ResultLine } from './resultLines.ts';
import { resultCsv, resultMarkdown } from './resultText.ts';
import { sendMany } from './sendMany.ts';

// Tasks read at the same time: enough to be quick, few enough for a small server.
const atOnce = 4;

/** What can be done with the results of a batch. */
export function createResultCommands(context: BulkContext) {
  const { documents, connections } = context;
  const nameOf = (id: string) => connections.find(id)?.name ?? id;
  const orSayNone =
    (run: (found: NonNullable<ReturnType<typeof documents.find>>) => Promise<void>) =>
    async (given: unknown): Promise<void> => {
      const found = documents.find(given);
      if (found !== undefined) return run(found);
      const hint = 'Nothing was sent to many tasks in this window yet.';
      void vscode.window.showInformationMessage(hint);
    };
  const copy = (textOf: (title: string, lines: readonly ResultLine[]) => string) =>
    orSayNone(async ({ report }) => {
      await vscode.env.clipboard.writeText(textOf(report.title, resultLines(report, nameOf)));
      const count = report.results.length + report.refused.length;
      vscode.window.setStatusBarMessage(`Copied ${countText(count, 'line')}`, 3000);
    });

  return {
    show: orSayNone(({ uri }) => documents.show(uri)),
    copyMarkdown: copy(resultMarkdown),
    copyCsv: copy((_title, lines) => resultCsv(lines)),
    retry: orSayNone(async ({ report }) => {
      const items = unappliedOf(report).map(({ item }) => item);
      if (items.length === 0) {
        void vscode.window.showInformationMessage('All of them were applied, or may have been.');
        return;
      }
      const fresh = await readAfresh(context, items);
      await sendMany(context, fresh, (count) => `Retry ${countText(count)}`);
    }),
    checkAgain: orSayNone(async ({ uri, report }) => {
      if (!report.results.some(isOpen)) {
        void vscode.window.showInformationMessage('What became of each is known already.');
        return;
      }
      const results = await checkOpen(context, report.results);
      documents.replace(uri, { ...report, results });
    }),
  };
}

/** The same updates for the tasks as they are now; one that is gone says so in the review. */
async function readAfresh(
  context: BulkContext,
  items: readonly BulkItem[],
): Promise<readonly BulkItem[]> {
  return withCount(items.length, 'Reading', async (signal, count) =>
    pLimit(atOnce).map([...items], async ({ seen, update }): Promise<BulkItem> => {
      try {
        const task = await context.store.task(seen.ref, signal);
        if (task !== undefined) return { seen: task, update };
        return refusedItem({ seen, update }, 'The engine knows no such task any more.');
      } catch (error) {
        if (isAbort(error)) throw error;
        return refusedItem({ seen, update }, `It could not be read: ${sentence(error)}`);
      } finally {
        count();
      }
    }),
  );
}

function refusedItem({ seen, update }: BulkItem, refusal: string): BulkItem {
  return { seen: { ...seen, options: { ...seen.options, refusal } }, update };
}

/** Reads what is open once more, and never sends. What cannot be read stays as it was. */
async function checkOpen(
  context: BulkContext,
  results: readonly BulkResult[],
): Promise<readonly BulkResult[]> {
  const total = results.filter(isOpen).length;
  return withCount(total, 'Checking', async (signal, count) =>
    pLimit(atOnce).map([...results], async (result) => {
      if (!isOpen(result)) return result;
      try {
        const entry = await context.updates.checkAgain(result.entry.id, signal);
        context.marks.settled(entry);
        return { ...result, entry };
      } catch (error) {
        if (!isAbort(error)) context.log.warn(`Not checked: ${sentence(error)}`);
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
  const title = `${verb} ${countText(total)}`;
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
