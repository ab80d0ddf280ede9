import type { UpdateOptions } from '../../domain/taskUpdate.ts';
import type { Composition } from './composition.ts';
import { wantsReason } from '../words/statusChoices.ts';

export type StepName = 'status' | 'output' | 'reason';

/** The state of the wizard. `step` is undefined after the last step. */
export interface WizardState {
  readonly step: StepName | undefined;
  readonly composition: Composition;
}

/** The result of one prompt. */
export type StepAnswer =
  | { readonly kind: 'next'; readonly composition: Composition }
  | { readonly kind: 'back'; readonly composition: Composition };

/** The steps for this task, which depend on the status chosen so far. */
export function stepsFor(options: UpdateOptions, composition: Composition): readonly StepName[] {
  return [
    'status',
    ...(options.output === undefined ? [] : (['output'] as const)),
    ...(wantsReason(options, composition.status) ? (['reason'] as const) : []),
  ];
}

/**
 * The state after an answer; undefined after Back on the first step. The composition keeps the
 * typed text in both directions.
 */
export function afterAnswer(
  options: UpdateOptions,
  step: StepName,
  answer: StepAnswer,
): WizardState | undefined {
  const steps = stepsFor(options, answer.composition);
  const at = steps.indexOf(step) + (answer.kind === 'next' ? 1 : -1);
  if (at < 0) return undefined;
  return { step: steps[at], composition: answer.composition };
}

/** "Step 2 of 3", as VS Code shows it. */
export function stepPosition(
  options: UpdateOptions,
  state: WizardState,
): { readonly step: number; readonly totalSteps: number } {
  const steps = stepsFor(options, state.composition);
  const index = state.step === undefined ? steps.length - 1 : steps.indexOf(state.step);
  return { step: index + 1, totalSteps: steps.length };
}
