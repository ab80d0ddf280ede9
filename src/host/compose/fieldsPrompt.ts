import { countText } from '../../app/bulk/countText.ts';
import type { FieldOption } from '../../domain/taskUpdate.ts';
import { fieldChoices, withField } from './fieldChoices.ts';
import { fieldText, parseField } from '../words/fieldText.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import type { Verdict } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import { promptTitle } from './promptTitle.ts';
import type { Prompted, WizardStep } from './wizardStep.ts';

/**
 * Prompts for the engine's own fields: a list, then a box for the picked field, until the person is
 * done.
 */
export async function fieldsPrompt(step: WizardStep): Promise<Prompted> {
  let { composition } = step;
  for (;;) {
    const choices = fieldChoices(step.task, composition);
    const picked = await listPick({
      title: `${promptTitle(step.task)}: More Fields`,
      placeholder: 'Choose a field to set; only what is filled in is sent',
      canGoBack: true,
      load: async () => ({ choices }),
    });
    if (picked.kind === 'cancelled') return { kind: 'cancelled', composition };
    if (picked.kind === 'back' || picked.value.kind === 'done')
      return { kind: 'next', composition };
    if (picked.value.kind === 'clear') {
      composition = { ...composition, fields: {} };
      continue;
    }
    const answer = await fieldPrompt({ ...step, composition }, picked.value.field);
    composition = answer.composition;
    if (answer.kind === 'cancelled') return answer;
  }
}

async function fieldPrompt(step: WizardStep, field: FieldOption): Promise<Prompted> {
  const { task, composition } = step;
  const offered = fieldText(composition.fields?.[field.key]);
  const { kind, typed } = await inputPrompt({
    title: `${promptTitle(task)}: ${field.label}`,
    prompt: promptOf(field),
    value: offered,
    ...(field.kind === 'object' ? { placeholder: '{ "key": "value" }' } : {}),
    canGoBack: true,
    check: (text) => verdictOf(field, text),
    onTyped: (text) => step.keep?.(withTyped(step, field, text)),
  });
  const isTouched = typed !== offered || kind === 'accepted';
  const next = isTouched ? withTyped(step, field, typed) : composition;
  return { kind: kind === 'cancelled' ? 'cancelled' : 'next', composition: next };
}

// The draft keeps half-typed text. The check before sending reports it.
function withTyped({ composition }: WizardStep, field: FieldOption, typed: string) {
  const parsed = parseField(field, typed);
  if (parsed.kind === 'none') return withField(composition, field.key, undefined);
  return withField(composition, field.key, parsed.kind === 'value' ? parsed.value : typed);
}

function promptOf({ kind, help }: FieldOption): string {
  const how = {
    text: '',
    number: ' A whole number.',
    lines: String.raw` Separate the lines by \n.`,
    object: ' A JSON object.',
  }[kind];
  return `${help}${how} Leave it empty to send none`;
}

function verdictOf(field: FieldOption, text: string): Verdict | undefined {
  const parsed = parseField(field, text);
  if (parsed.kind === 'bad') return { message: parsed.message, severity: 'error' };
  if (parsed.kind === 'none' || !Array.isArray(parsed.value)) return undefined;
  return { message: countText(parsed.value.length, 'line'), severity: 'info' };
}
