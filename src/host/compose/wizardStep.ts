import type { Task } from '../../domain/task.ts';
import type { Composition } from './composition.ts';

/** What a prompt of an update starts from. */
export interface WizardStep {
  readonly task: Task;
  readonly composition: Composition;
  readonly canGoBack?: boolean | undefined;
  /** Called with all that is written so far, at every key. */
  readonly keep?: (composition: Composition) => void;
  readonly position?: { readonly step: number; readonly totalSteps: number };
}

/** How a prompt was left, with everything typed so far. */
export interface Prompted {
  readonly kind: 'next' | 'back' | 'document' | 'review' | 'cancelled';
  readonly composition: Composition;
}

/** Nothing is asked after this prompt: what it takes is sent. */
export function isLast({ position }: WizardStep): boolean {
  return position?.step === position?.totalSteps;
}
