import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';
import { afterAnswer, stepPosition } from './wizardState.ts';
import type { WizardState } from './wizardState.ts';
import { outputPrompt } from './outputPrompt.ts';
import { reasonPrompt } from './reasonPrompt.ts';
import { statusPrompt } from './statusPrompt.ts';
import type { Prompted, WizardStep } from './wizardStep.ts';

/** How the person left the wizard. The composition always holds everything typed. */
export interface Composed {
  readonly kind: 'send' | 'review' | 'document' | 'back' | 'cancelled';
  readonly composition: Composition;
}

/** The wizard: one prompt each for status, output and reason. It sends nothing. */
export async function composeUpdate(
  task: Task,
  begun: Composition,
  options: { readonly canGoBack?: boolean; readonly keep: (composition: Composition) => void },
): Promise<Composed> {
  let state: WizardState = { step: 'status', composition: begun };
  for (;;) {
    const { step } = state;
    if (step === undefined) return { kind: 'send', composition: state.composition };
    const answer = await promptFor(task, state, options);
    const { kind, composition } = answer;
    if (kind !== 'next' && kind !== 'back') return { kind, composition };
    const next = afterAnswer(task.options, step, { kind, composition });
    if (next === undefined) return { kind: 'back', composition };
    state = next;
  }
}

function promptFor(
  task: Task,
  state: WizardState,
  { canGoBack, keep }: Pick<WizardStep, 'canGoBack' | 'keep'>,
): Promise<Prompted> {
  const step: WizardStep = {
    task,
    composition: state.composition,
    canGoBack: canGoBack === true || state.step !== 'status',
    ...(keep === undefined ? {} : { keep }),
    position: stepPosition(task.options, state),
  };
  if (state.step === 'output' && task.options.output !== undefined) {
    return outputPrompt(step, task.options.output);
  }
  return state.step === 'reason' ? reasonPrompt(step) : statusPrompt(step);
}
