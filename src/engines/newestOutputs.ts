import type { EarlierOutput } from '../domain/engine.ts';

/** How many earlier outputs are told: enough to choose from. */
export const maxEarlier = 5;

/** The newest of them, the newest first. */
export function newestOutputs(outputs: readonly EarlierOutput[]): readonly EarlierOutput[] {
  return outputs.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)).slice(0, maxEarlier);
}
