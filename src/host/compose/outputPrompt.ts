import { bytesText } from '../../app/output/bytesText.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import type { OutputMode, OutputOption } from '../../domain/taskUpdate.ts';
import type { Composition } from './composition.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import type { PromptButton, Typed, Verdict } from '../ui/inputPrompt.ts';
import { boxText, modeOf, modeWords, textFromBox } from '../words/outputText.ts';
import { isLast } from './wizardStep.ts';
import type { Prompted, WizardStep } from './wizardStep.ts';
import { promptTitle } from './promptTitle.ts';
import { reviewButton } from './reviewButton.ts';

/** Prompts for the output on one line, with a button that opens a document. */
export async function outputPrompt(step: WizardStep, option: OutputOption): Promise<Prompted> {
  let { composition } = step;
  for (;;) {
    const offered = boxText(option, composition.text);
    const answer = await askOutput({ ...step, composition }, option, offered);
    composition = withTyped(composition, answer, offered);
    if (answer.kind !== 'button') {
      return { kind: answer.kind === 'accepted' ? 'next' : answer.kind, composition };
    }
    if (answer.id === 'document') return { kind: 'document', composition };
    if (answer.id === 'review') return { kind: 'review', composition };
    composition = { ...composition, mode: otherMode(modeOf(option, composition.mode)) };
  }
}

function askOutput(step: WizardStep, option: OutputOption, offered: string): Promise<Typed> {
  const { task, composition, position, canGoBack, keep } = step;
  const what =
    option.kind === 'text'
      ? 'Result as text'
      : `Output as JSON, ${modeWords(modeOf(option, composition.mode))}`;
  return inputPrompt({
    title: promptTitle(task),
    prompt: `${what}. Leave it empty to send none`,
    value: offered,
    ...(offered === '{}' ? { selection: [1, 1] as const } : {}),
    canGoBack,
    ...(position === undefined ? {} : { position }),
    buttons: [...buttonsOf(option, composition), ...(isLast(step) ? [reviewButton] : [])],
    check: (text) => verdictOf(text, option),
    onTyped: (typed) => keep?.(withTyped(composition, { kind: 'cancelled', typed }, offered)),
  });
}

function buttonsOf(option: OutputOption, composition: Composition): readonly PromptButton[] {
  const other = otherMode(modeOf(option, composition.mode));
  const document = { id: 'document', icon: 'go-to-file', tooltip: 'Open in Editor' };
  if (!option.modes.includes(other)) return [document];
  const tooltip = other === 'merge' ? 'Merge into What Is There' : 'Replace What Is There';
  return [{ id: 'mode', icon: 'arrow-swap', tooltip }, document];
}

// An untouched proposal counts only when the person accepts it with Enter or Review.
function withTyped(composition: Composition, answer: Typed, offered: string): Composition {
  const isUntouched = answer.typed === offered && composition.text === undefined;
  const isTaken =
    answer.kind === 'accepted' || (answer.kind === 'button' && answer.id === 'review');
  if (isUntouched && !isTaken) return composition;
  return { ...composition, text: textFromBox(answer.typed, offered, composition.text) };
}

function otherMode(mode: OutputMode): OutputMode {
  return mode === 'merge' ? 'replace' : 'merge';
}

function verdictOf(text: string, option: OutputOption): Verdict | undefined {
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
