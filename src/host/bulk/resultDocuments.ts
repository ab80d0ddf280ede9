import * as vscode from 'vscode';
import type { Connections } from '../../app/connections.ts';
import { encodeSegment } from '../updates/outputPath.ts';
import { momentText } from '../updates/timeText.ts';
import { registerResultLenses } from './resultLenses.ts';
import { resultLines } from './resultLines.ts';
import type { BulkReport } from './resultLines.ts';
import { resultText } from './resultText.ts';

const scheme = 'workflow-tasks-results';

/** The results of this window's batches, each as a read-only document. */
export interface ResultDocuments extends vscode.Disposable {
  /** Keeps a report; the newest one is what `find` gives without an address. */
  add(report: BulkReport): vscode.Uri;
  show(uri: vscode.Uri): Promise<void>;
  /** The report of a document, of the one in front, or the newest. */
  find(given: unknown): { readonly uri: vscode.Uri; readonly report: BulkReport } | undefined;
  /** A later reading settled some of it. */
  replace(uri: vscode.Uri, report: BulkReport): void;
  /** Shows a text beside a picker that stays open. */
  showText(title: string, text: string): Promise<void>;
}

export function createResultDocuments(connections: Pick<Connections, 'find'>): ResultDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const lensesChanged = new vscode.EventEmitter<void>();
  const reports = new Map<string, { readonly uri: vscode.Uri; readonly report: BulkReport }>();
  const texts = new Map<string, string>();
  // Never the address of another start: results that a crash left open would be shown again.
  const start = crypto.randomUUID();
  let count = 0;

  const newUri = (title: string) => {
    count += 1;
    const path = `/${count}/${encodeSegment(title)}.txt`;
    return vscode.Uri.from({ scheme, path, query: start });
  };
  const nameOf = (id: string) => connections.find(id)?.name ?? id;
  const textOf = ({ title, startedAt, ...report }: BulkReport) =>
    resultText(title, momentText(startedAt), resultLines({ title, startedAt, ...report }, nameOf));

  const registrations = vscode.Disposable.from(
    changed,
    lensesChanged,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => {
        const found = reports.get(uri.toString());
        if (found !== undefined) return textOf(found.report);
        return (
          texts.get(uri.toString()) ??
          'The results were kept until the window closed; the journal has each update.\n'
        );
      },
    }),
    registerResultLenses(scheme, lensesChanged.event, (uri) => reports.get(uri.toString())),
  );

  return {
    add: (report) => {
      const uri = newUri(report.title);
      reports.set(uri.toString(), { uri, report });
      return uri;
    },
    show: async (uri) => {
      await vscode.window.showTextDocument(uri, { preview: false });
    },
    find: (given) => {
      const asked = given instanceof vscode.Uri ? given : activeUri();
      return (
        (asked === undefined ? undefined : reports.get(asked.toString())) ??
        [...reports.values()].at(-1)
      );
    },
    replace: (uri, report) => {
      reports.set(uri.toString(), { uri, report });
      changed.fire(uri);
      lensesChanged.fire();
    },
    showText: async (title, text) => {
      const uri = newUri(title);
      texts.set(uri.toString(), text);
      await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true });
    },
    dispose: () => registrations.dispose(),
  };
}

function activeUri(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}
