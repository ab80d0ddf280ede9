import * as vscode from 'vscode';
import { oneLine } from '../words/plainText.ts';
import { readLine } from '../../app/taskList/listLine.ts';
import { latestOf } from '../../app/taskList/taskList.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import { formatOutput } from '../../app/output/formatOutput.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { statusChoices } from '../words/statusChoices.ts';
import { taskTooltipLines } from '../words/taskTooltipLines.ts';
import { listScheme } from './listUri.ts';
import type { OpenLists } from './openLists.ts';

// A hover shows only the beginning. The task's row leads to the whole output.
const mostOutput = 1_500;

/** Shows the task of a line in a hover. */
export function registerListHover(
  open: OpenLists,
  { connections, clock }: Pick<AppParts, 'connections' | 'clock'>,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: listScheme },
    {
      provideHover: async (document, position) => {
        const list = await open.load(document);
        const line = readLine(document.lineAt(position).text);
        const listed = listedTask(list, line?.id?.text);
        if (listed === undefined) return undefined;
        const task = latestOf(listed);
        const connection = connections.find(task.ref.connection)?.name ?? task.ref.connection;
        return new vscode.Hover(hoverText(task, connection, clock.now()));
      },
    },
  );
}

export function listedTask(list: TaskList | undefined, label: string | undefined) {
  if (list === undefined || label === undefined) return undefined;
  return list.tasks.find((task) => task.label === label);
}

// A server's words are escaped, so that none of them is Markdown.
function hoverText(task: Task, connection: string, now: number): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(oneLine(task.name)).appendMarkdown('**\n\n');
  const tooltipLines = [['Connection', connection] as const, ...taskTooltipLines(task, now)];
  for (const [label, value] of tooltipLines) {
    text.appendMarkdown(`- ${label}: `).appendText(oneLine(value, 300)).appendMarkdown('\n');
  }
  const { legal } = statusChoices(task.options);
  if (legal.length > 0) text.appendMarkdown('\nMay be set:\n\n');
  for (const { status, effect } of legal) {
    text
      .appendMarkdown('- ')
      .appendText(oneLine(`${status}: ${effect}`, 300))
      .appendMarkdown('\n');
  }
  const output = formatOutput(task.output);
  if (output === '' || output === '{}') return text;
  const shown = output.length > mostOutput ? `${output.slice(0, mostOutput)}\n…` : output;
  text.appendMarkdown('\nOutput now:\n');
  return text.appendCodeblock(shown, typeof task.output === 'string' ? 'text' : 'json');
}
