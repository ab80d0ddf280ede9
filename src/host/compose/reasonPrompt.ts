import type { Composition } from './composition.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import type { WizardStep, Prompted } from './wizardStep.ts';
import { promptTitle } from './promptTitle.ts';
import { reviewButton } from './reviewButton.ts';

/** Prompts for the reason of a failure. Enter on an empty box skips it. */
export async function reasonPrompt(step: WizardStep): Promise<Prompted> {
  const { task, composition, position, keep } = step;
  const limit = task.options.reasonLimit ?? 0;
  const answer = await inputPrompt({
    title: promptTitle(task),
    prompt: `Reason for ${composition.status ?? task.status}, if there is one to give`,
    value: composition.reason ?? '',
    canGoBack: step.canGoBack,
    ...(position === undefined ? {} : { position, buttons: [reviewButton] }),
    check: (text) =>
      text.length > limit
        ? { message: `${text.length} of ${limit} characters`, severity: 'error' }
        : undefined,
    onTyped: (typed) => keep?.(withReason(composition, typed)),
  });
  const kind = answer.kind === 'button' ? 'review' : answer.kind;
  return {
    kind: kind === 'accepted' ? 'next' : kind,
    composition: withReason(composition, answer.typed),
  };
}

// A deleted reason is kept as an empty one. Without it, the draft's old reason would come back.
function withReason(composition: Composition, reason: string): Composition {
  const isNone = reason === '' && composition.reason === undefined;
  return isNone ? composition : { ...composition, reason };
}
