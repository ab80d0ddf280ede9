import { formatOutput } from '../../app/output/formatOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputMode, OutputOption } from '../../domain/update.ts';

/** The text that an output document opens with: the draft, or what the engine holds. */
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

// Nobody types it by accident.
const lineSign = '⏎';

/**
 * What the one-line box opens with: the draft on one line, else an object to fill in. A draft that
 * cannot be read as JSON is only joined: it is shown with its problem, never thrown away.
 */
export function boxText(option: OutputOption, draftText: string | undefined): string {
  if (draftText === undefined || draftText.trim() === '') return option.kind === 'text' ? '' : '{}';
  // The lines of a text mean something: they are kept apart by a sign that a box can show.
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
 * What the box's text means for the composition: untouched it stands for the draft as it was
 * typed, with its lines and comments.
 */
export function textFromBox(typed: string, offered: string, draftText: string | undefined): string {
  if (typed === offered && draftText !== undefined) return draftText;
  return draftText?.includes('\n') ? typed.replaceAll(lineSign, '\n') : typed;
}

/** How the keys that are there are treated: as chosen, else the engine's plain way. */
export function modeOf(option: OutputOption, chosen: OutputMode | undefined): OutputMode {
  return chosen ?? option.modes[0] ?? 'replace';
}

/** The other way, where the engine has both. */
export function otherModeOf(
  option: OutputOption,
  chosen: OutputMode | undefined,
): OutputMode | undefined {
  return option.modes.find((mode) => mode !== modeOf(option, chosen));
}

export function modeWords(mode: OutputMode): string {
  return mode === 'merge' ? 'merged into what is there' : 'in place of what is there';
}
