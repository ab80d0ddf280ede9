import { parseOutput } from '../../app/updates/outputText.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputOption } from '../../domain/update.ts';
import type { Composition } from './composition.ts';
import { inputPrompt } from './inputPrompt.ts';
import type { Verdict } from './inputPrompt.ts';
import { listPick } from './listPick.ts';
import type { Choice } from './listPick.ts';
import { boxText, textFromBox } from './outputText.ts';
import { oneLine } from './plainText.ts';
import { bytesText } from '../../app/updates/bytesText.ts';
import { statusChoices, statusIcon } from './statusChoices.ts';

/** How a prompt was left, with everything typed so far. */
export interface Prompted {
  readonly kind: 'next' | 'back' | 'document' | 'cancelled';
  readonly composition: Composition;
}

export interface PromptPlace {
  readonly task: Task;
  readonly composition: Composition;
  readonly canGoBack: boolean;
  readonly position?: { readonly step: number; readonly totalSteps: number };
}

/** Which status; each with what it will cause, and those that cannot be set with the reason. */
export async function statusPrompt(place: PromptPlace): Promise<Prompted> {
  const { task, composition, position } = place;
  const { legal, refused } = statusChoices(task.options);
  const choices: readonly Choice<string>[] = [
    ...legal.map((option) => ({
      label: option.status,
      icon: statusIcon(option),
      detail: option.effect,
      value: option.status,
      section: 'Set the status to',
    })),
    ...refused.map((option) => ({
      label: option.status,
      icon: 'circle-slash',
      detail: option.refusal,
      section: 'Not possible',
    })),
  ];
  const picked = await listPick({
    title: promptTitle(task),
    placeholder: `${task.status} → ?`,
    canGoBack: place.canGoBack,
    ...(position === undefined ? {} : { position }),
    load: async () => ({ choices, more: false }),
    isActive: (status) => status === composition.status,
  });
  if (picked.kind !== 'picked') return { kind: picked.kind, composition };
  return { kind: 'next', composition: { ...composition, status: picked.value } };
}

/** The output on one line, or a way into a document. */
export async function outputPrompt(place: PromptPlace, option: OutputOption): Promise<Prompted> {
  const { task, composition, position } = place;
  const offered = boxText(option, composition.text);
  const { kind, typed } = await inputPrompt({
    title: promptTitle(task),
    prompt:
      option.kind === 'text'
        ? 'Result as text. Leave it empty to send none'
        : `Output as JSON${modeText(option, composition)}. Leave it empty to send none`,
    value: offered,
    ...(offered === '{}' ? { selection: [1, 1] as const } : {}),
    canGoBack: place.canGoBack,
    ...(position === undefined ? {} : { position }),
    other: { icon: 'go-to-file', tooltip: 'Open in Editor' },
    check: (text) => outputVerdict(text, option),
  });
  const isUntouched = typed === offered && composition.text === undefined;
  const next =
    isUntouched && kind !== 'accepted'
      ? composition
      : { ...composition, text: textFromBox(typed, offered, composition.text) };
  return { kind: leftBy(kind), composition: next };
}

/** Why the task fails, for people; Enter skips it. */
export async function reasonPrompt(place: PromptPlace): Promise<Prompted> {
  const { task, composition, position } = place;
  const limit = task.options.reasonLimit ?? 0;
  const { kind, typed } = await inputPrompt({
    title: promptTitle(task),
    prompt: `Reason for ${composition.status ?? task.status}, if there is one to give`,
    value: composition.reason ?? '',
    canGoBack: place.canGoBack,
    ...(position === undefined ? {} : { position }),
    check: (text) =>
      text.length > limit
        ? { message: `${text.length} of ${limit} characters`, severity: 'error' }
        : undefined,
  });
  const { reason: _reason, ...rest } = composition;
  const next = typed.trim() === '' ? rest : { ...rest, reason: typed };
  return { kind: leftBy(kind), composition: next };
}

function leftBy(kind: 'accepted' | 'back' | 'other' | 'cancelled'): Prompted['kind'] {
  if (kind === 'accepted') return 'next';
  return kind === 'other' ? 'document' : kind;
}

function promptTitle(task: Task): string {
  return `Update ${oneLine(task.name, 60)}`;
}

function modeText(option: OutputOption, composition: Composition): string {
  const mode = composition.mode ?? option.modes[0];
  if (mode === undefined) return '';
  return mode === 'merge' ? ', merged into what is there' : ', in place of what is there';
}

function outputVerdict(text: string, option: OutputOption): Verdict | undefined {
  const parsed = parseOutput(text, option);
  if (parsed.kind === 'bad') {
    const [first] = parsed.problems;
    return { message: first?.message ?? 'The output cannot be read.', severity: 'error' };
  }
  const [warning] = parsed.warnings;
  if (warning !== undefined) return { message: warning.message, severity: 'warning' };
  if (parsed.bytes < 1024) return undefined;
  const size = `${bytesText(parsed.bytes)} of ${bytesText(option.limitBytes)}`;
  return { message: size, severity: 'info' };
}
