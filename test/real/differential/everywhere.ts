import type { Explanation } from './row.ts';

/** Differences that may occur in any row. */
export const everywhere: readonly Explanation[] = [
  {
    at: /\.failedWorkflow\./,
    reason:
      "A failure workflow is given the server's inner record; the mock gives that of the API.",
  },
  {
    at: /\{n\}_atOnce .*state\.tasks\[\d\]\.(?:inputData|outputData)\./,
    reason: 'Before 3.22 scripts ran in Nashorn, which makes 6.0 of 5 + 1; the mock makes 6.',
  },
  {
    at: /\{forkFails\}.*state\.tasks\[4\]\.(?:reasonForIncompletion|endTime|callbackAfterSeconds)$/,
    reason: "The server's own look at a canceled JOIN may come late, and leaves its traces there.",
  },
  {
    at: /\{(?:fork|dynamic|forkFails)\}.*state\.tasks\[\d\]\.executed$/,
    reason: "The end of a branch is marked at the next look of the server's sweeper, at any time.",
  },
];
