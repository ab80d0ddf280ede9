import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import { exportHead, exportLine } from '../../app/journal/exportLine.ts';
import type { ExportFormat } from '../../app/journal/exportLine.ts';
import { describeJournalFilter, isJournalFiltered } from '../../app/journal/journalFilter.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { listPick } from '../ui/listPick.ts';
import type { Choice } from '../ui/listPick.ts';
import type { JournalParts } from './journalParts.ts';

interface Export {
  readonly format: ExportFormat;
  /** True exports only the entries that pass the filter. */
  readonly isFiltered: boolean;
}

const formatNames: Readonly<Record<ExportFormat, string>> = { jsonl: 'JSON Lines', csv: 'CSV' };

/**
 * Asks for format and file, then writes it. A file passed as the argument is written without
 * asking.
 */
export async function exportJournal(parts: JournalParts, argument: unknown): Promise<void> {
  if (argument instanceof vscode.Uri) {
    const format = argument.path.endsWith('.csv') ? 'csv' : 'jsonl';
    await write(parts, { format, isFiltered: false }, argument);
    return;
  }
  const picked = await listPick<Export>({
    title: 'Export Journal',
    placeholder: 'Choose a format',
    load: async () => ({ choices: choicesFor(parts) }),
  });
  if (picked.kind !== 'picked') return;
  const { format } = picked.value;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `updates.${format}`;
  const target = await vscode.window.showSaveDialog({
    title: 'Export Journal',
    saveLabel: 'Export',
    filters: { [formatNames[format]]: [format] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  const count = await write(parts, picked.value, target);
  await tellExported(count, target);
}

function choicesFor({ filter }: JournalParts): readonly Choice<Export>[] {
  const choices = (isFiltered: boolean, section: string): readonly Choice<Export>[] => [
    {
      label: formatNames.jsonl,
      icon: 'json',
      detail: 'All that is known of each update, one a line, for programs',
      section,
      value: { format: 'jsonl', isFiltered },
    },
    {
      label: formatNames.csv,
      icon: 'table',
      detail: 'A table for spreadsheets',
      section,
      value: { format: 'csv', isFiltered },
    },
  ];
  const whole = choices(false, 'The whole journal');
  const current = filter.current();
  if (!isJournalFiltered(current)) return whole;
  return [...choices(true, `Only ${describeJournalFilter(current)}`), ...whole];
}

async function write(
  parts: JournalParts,
  { format, isFiltered }: Export,
  target: vscode.Uri,
): Promise<number> {
  const entries = await entriesFor(parts, isFiltered);
  const lines = [exportHead(format), ...entries.map((entry) => exportLine(format, entry))];
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(lines.join('')));
  return entries.length;
}

// Oldest first, since people read a file from its beginning.
async function entriesFor(
  { journal, filter }: JournalParts,
  isFiltered: boolean,
): Promise<readonly JournalEntry[]> {
  const entries = isFiltered ? await filter.search(Infinity) : await journal.list(Infinity);
  return entries.toReversed();
}

async function tellExported(count: number, target: vscode.Uri): Promise<void> {
  const button = 'Open';
  const picked = await vscode.window.showInformationMessage(
    `Exported ${countText(count, 'update')}.`,
    button,
  );
  if (picked === button) await vscode.commands.executeCommand('vscode.open', target);
}
