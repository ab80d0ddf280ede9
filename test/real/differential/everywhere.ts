import type { Explanation } from './row.ts';

/** Differences that may show in any row. */
export const everywhere: readonly Explanation[] = [];
