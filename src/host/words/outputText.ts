import { formatOutput } from '../../app/output/formatOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputMode, OutputOption } from '../../domain/taskUpdate.ts';

/**
 * The text that an output document opens with: the draft, else the output that the engine holds.
 */
export function outputText(task: Task, draftText: string | undefined): string {
  if (draftText !== undefined) return draftText;
  if (outputKind(task) === 'text') return typeof task.output === 'string' ? task.output : '';
  const text = formatOutput(task.output ?? {});
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Whether a task's output is edited as JSON or as plain text. */
export function outputKind(task: Task): OutputOption['kind'] {
  return task.options.output?.kind ?? (typeof task.output === 'string' ? 'text' : 'object');
}

// Stands for a line break in the one-line box. Nobody types it by accident.
const lineSign = '⏎';

/**
 * The text that the one-line box opens with: the draft on one line, else an empty object. A draft
 * that is not valid JSON only has its lines joined: the box shows its problem, and nothing is lost.
 */
export function boxText(option: OutputOption, draftText: string | undefined): string {
  if (draftText === undefined || draftText.trim() === '') return option.kind === 'text' ? '' : '{}';
  // The lines of a text matter, so a visible sign keeps them apart.
  if (option.kind === 'text') return draftText.replace(/\r?\n/g, lineSign);
  if (!draftText.trim().includes('\n')) return draftText.trim();
  const parsed = parseOutput(draftText, option);
  if (parsed.kind === 'ok' && parsed.output?.kind === 'object') {
    return stringifyJson(parsed.output.value);
  }
  const lines = draftText.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/**
 * The output text that the box's text stands for. An untouched box stands for the draft as it was
 * typed, with its lines and comments.
 */
export function textFromBox(typed: string, offered: string, draftText: string | undefined): string {
  if (typed === offered && draftText !== undefined) return draftText;
  return draftText?.includes('\n') ? typed.replaceAll(lineSign, '\n') : typed;
}

/** The chosen output mode, else the engine's default. */
export function modeOf(option: OutputOption, chosen: OutputMode | undefined): OutputMode {
  return chosen ?? option.modes[0] ?? 'replace';
}

/** The other output mode, where the engine has two. */
export function otherModeOf(
  option: OutputOption,
  chosen: OutputMode | undefined,
): OutputMode | undefined {
  return option.modes.find((mode) => mode !== modeOf(option, chosen));
}

export function modeWords(mode: OutputMode): string {
  return mode === 'merge' ? 'merged into what is there' : 'in place of what is there';
}
