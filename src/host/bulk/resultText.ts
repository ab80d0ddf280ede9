import { alignedLines } from './alignedLines.ts';
import { numberText } from '../../app/bulk/countText.ts';
import { outcomeMeanings, outcomeWords } from './resultLines.ts';
import type { OutcomeWord, ResultLine } from './resultLines.ts';

const columns = ['outcome', 'status', 'task', 'workflow', 'connection', 'reason'] as const;

/** A report as a document: the counts, then a line for each task. */
export function resultText(title: string, when: string, lines: readonly ResultLine[]): string {
  const found = countsOf(lines);
  const widest = Math.max(0, ...found.map(([, count]) => numberText(count).length));
  const counts = found.map(([word, count]) => [
    numberText(count).padStart(widest),
    word,
    outcomeMeanings[word],
  ]);
  // With a single connection, the column would be redundant.
  const isOne = new Set(lines.map(({ connection }) => connection)).size <= 1;
  const shown = columns.filter((column) => !isOne || column !== 'connection');
  const table = alignedLines([
    shown.map((column) => column.toUpperCase()),
    ...lines.map((line) => shown.map((column) => line[column])),
  ]);
  return [`${title}, ${when}`, '', ...alignedLines(counts), '', ...table, ''].join('\n');
}

/** "988 confirmed, 12 not applied": successes first. */
export function resultSummary(lines: readonly ResultLine[]): string {
  return countsOf(lines)
    .toReversed()
    .map(([word, count]) => `${numberText(count)} ${word}`)
    .join(', ');
}

export function resultMarkdown(title: string, lines: readonly ResultLine[]): string {
  const rows = [
    columns.map((column) => column.slice(0, 1).toUpperCase() + column.slice(1)),
    columns.map(() => '---'),
    ...lines.map((line) => cellsOf(line).map(markdownCell)),
  ];
  return [
    `**${markdownCell(title)}**`,
    '',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

export function resultCsv(lines: readonly ResultLine[]): string {
  const rows = [columns, ...lines.map(cellsOf)];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function countsOf(lines: readonly ResultLine[]): readonly (readonly [OutcomeWord, number])[] {
  return outcomeWords
    .map((word) => [word, lines.filter(({ outcome }) => outcome === word).length] as const)
    .filter(([, count]) => count > 0);
}

function cellsOf(line: ResultLine): readonly string[] {
  return columns.map((column) => line[column]);
}

function markdownCell(text: string): string {
  return text.replaceAll(/[\\|`*_<>[\]]/g, String.raw`\$&`);
}

// A spreadsheet would run a cell that begins like a formula. A quote makes it text.
function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
