import * as vscode from 'vscode';
import type { BulkResult } from '../../app/bulk/bulkItem.ts';
import type { Connections } from '../../app/connections.ts';
import { setContextKey } from '../ui/setContextKey.ts';
import type { Viewers } from '../documents/viewers.ts';
import { momentText } from '../words/agoText.ts';
import { keepResults, lastResults } from './lastResults.ts';
import type { ResultMemory } from './lastResults.ts';
import { registerResultLenses } from './resultLenses.ts';
import { openOf, resultLines, unappliedOf } from './resultLines.ts';
import type { BulkReport } from './resultLines.ts';
import { resultText } from './resultText.ts';

/** The results of many updates, and the document that shows them. */
export interface Results {
  readonly uri: vscode.Uri;
  readonly report: BulkReport;
}

/** The last results of this window, each in a read-only document. */
export interface ResultDocuments extends vscode.Disposable {
  /** Shows the newest results of an earlier window as text; false when there are none. */
  showEarlier(): Promise<boolean>;
  /** Adds a report. It is the newest for `find`. */
  add(report: BulkReport): vscode.Uri;
  show(uri: vscode.Uri): Promise<void>;
  /** The results of the given document, else of the active one, else the newest. */
  find(given: unknown): Results | undefined;
  /** Changes the report of a document, after more is known. */
  update(uri: vscode.Uri, change: (report: BulkReport) => BulkReport): void;
}

// The report of a thousand updates takes some megabytes.
const mostReports = 20;

type TextViewers = Pick<Viewers, 'keepText' | 'replaceText'>;

export function createResultDocuments(
  connections: Pick<Connections, 'find'>,
  viewers: TextViewers,
  memory: ResultMemory,
): ResultDocuments {
  const changed = new vscode.EventEmitter<void>();
  const all = new Map<string, Results>();
  const nameOf = (id: string) => connections.find(id)?.name ?? id;
  const textOf = (report: BulkReport) =>
    resultText(report.title, momentText(report.startedAt), resultLines(report, nameOf));
  const ofUri = (uri: vscode.Uri | undefined) => uri && all.get(uri.toString());
  const inFront = () => ofUri(vscode.window.activeTextEditor?.document.uri);

  const follow = () => {
    const shown = inFront();
    const holds = (of: (report: BulkReport) => readonly BulkResult[]) =>
      shown !== undefined && of(shown.report).length > 0;
    setContextKey('workflowTasks.resultsCanRetry', holds(unappliedOf));
    setContextKey('workflowTasks.resultsCanCheck', holds(openOf));
  };
  const keep = (uri: vscode.Uri, report: BulkReport, text: string) => {
    all.set(uri.toString(), { uri, report });
    const [oldest] = all.keys();
    if (all.size > mostReports && oldest !== undefined) all.delete(oldest);
    void keepResults(memory, { title: report.title, text });
    changed.fire();
    follow();
  };
  const registrations = vscode.Disposable.from(
    changed,
    registerResultLenses(changed.event, (uri) => ofUri(uri)?.report),
    vscode.window.onDidChangeActiveTextEditor(follow),
  );

  return {
    add: (report) => {
      const name = { names: [report.title], extension: 'results.txt' } as const;
      const text = textOf(report);
      const uri = viewers.keepText(text, name);
      keep(uri, report, text);
      return uri;
    },
    show: async (uri) => {
      await vscode.window.showTextDocument(uri, { preview: false });
    },
    showEarlier: () => showEarlier(viewers, memory),
    find: (given) =>
      given instanceof vscode.Uri ? ofUri(given) : (inFront() ?? [...all.values()].at(-1)),
    update: (uri, change) => {
      const before = ofUri(uri);
      if (before === undefined) return;
      const report = change(before.report);
      const text = textOf(report);
      keep(uri, report, text);
      viewers.replaceText(uri, text);
    },
    dispose: () => registrations.dispose(),
  };
}

async function showEarlier(viewers: TextViewers, memory: ResultMemory): Promise<boolean> {
  const kept = lastResults(memory);
  if (kept === undefined) return false;
  const uri = viewers.keepText(kept.text, { names: [kept.title], extension: 'txt' });
  await vscode.window.showTextDocument(uri, { preview: false });
  return true;
}
