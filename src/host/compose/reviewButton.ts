import type { PromptButton } from '../ui/inputPrompt.ts';

/** Accepts the text like Enter, then shows the update before it is sent. */
export const reviewButton: PromptButton = {
  id: 'review',
  icon: 'open-preview',
  tooltip: 'Review Before Sending…',
};
