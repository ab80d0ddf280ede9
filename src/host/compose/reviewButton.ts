import type { PromptButton } from '../ui/inputPrompt.ts';

/** Takes what was typed, as Enter does, and shows it before it is sent. */
export const reviewButton: PromptButton = {
  id: 'review',
  icon: 'open-preview',
  tooltip: 'Review Before Sending…',
};
