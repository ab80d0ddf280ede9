import { alignedLines } from './alignedLines.ts';
import { numberText } from './countText.ts';
import { outcomeMeanings, outcomeWords } from './resultLines.ts';
import type { OutcomeWord, ResultLine } from './resultLines.ts';

const headings = ['OUTCOME', 'STATUS', 'TASK', 'WORKFLOW', 'CONNECTION', 'REASON'] as const;

/** A report as a document: the counts, then one line for each task. */
export function resultText(title: string, when: string, lines: readonly ResultLine[]): string {
  const counts = countsOf(lines).map(([word, count]) => [
    numberText(count).padStart(numberText(lines.length).length),
    word,
    outcomeMeanings[word],
  ]);
  const table = alignedLines([headings, ...lines.map(cellsOf)]);
  return [`${title}, ${when}`, '', ...alignedLines(counts), '', ...table, ''].join('\n');
}

/** "988 confirmed, 12 not applied", the good news first. */
export function resultSummary(lines: readonly ResultLine[]): string {
  return countsOf(lines)
    .toReversed()
    .map(([word, count]) => `${numberText(count)} ${word}`)
    .join(', ');
}

export function resultMarkdown(title: string, lines: readonly ResultLine[]): string {
  const rows = [
    headings.map((heading) => heading[0] + heading.slice(1).toLowerCase()),
    headings.map(() => '---'),
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
  const rows = [headings.map((heading) => heading.toLowerCase()), ...lines.map(cellsOf)];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function countsOf(lines: readonly ResultLine[]): readonly (readonly [OutcomeWord, number])[] {
  return outcomeWords
    .map((word) => [word, lines.filter(({ outcome }) => outcome === word).length] as const)
    .filter(([, count]) => count > 0);
}

function cellsOf(line: ResultLine): readonly string[] {
  return [line.outcome, line.status, line.task, line.workflow, line.connection, line.reason];
}

function markdownCell(text: string): string {
  return text.replaceAll(/[\\|`*_<>[\]]/g, String.raw`\$&`);
}

// A cell that begins like a formula would be run by a spreadsheet: a quote makes it text.
function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
