import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';

/** The input of a prompt of the wizard. */
export interface WizardStep {
  readonly task: Task;
  readonly composition: Composition;
  readonly canGoBack?: boolean | undefined;
  /** Called at every key with the composition so far. */
  readonly keep?: (composition: Composition) => void;
  readonly position?: { readonly step: number; readonly totalSteps: number };
}

/** How the person left a prompt, with everything typed so far. */
export interface Prompted {
  readonly kind: 'next' | 'back' | 'document' | 'review' | 'cancelled';
  readonly composition: Composition;
}

/** True for the last prompt of the wizard: Enter sends the update. */
export function isLast({ position }: WizardStep): boolean {
  return position?.step === position?.totalSteps;
}
