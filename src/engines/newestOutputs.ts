import type { EarlierOutput } from '../domain/engine.ts';

/** How many earlier outputs are offered. */
export const maxEarlier = 5;

/** The newest of these outputs, newest first. */
export function newestOutputs(outputs: readonly EarlierOutput[]): readonly EarlierOutput[] {
  return outputs.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)).slice(0, maxEarlier);
}
