import { test } from 'node:test';

// All runs of a flow, with the start of a window each.
const timeoutMs = 600_000;
const mostRuns = 3;

/**
 * A test on a real screen. Focus, menus and redraws of a whole editor on a busy machine now and then
 * take a click or a key away: a flow that fails is run anew from its very beginning, and says so.
 * What is broken fails every time.
 */
export function screenTest(name: string, flow: () => Promise<void>): void {
  test(name, { timeout: timeoutMs }, async () => {
    for (let run = 1; ; run += 1) {
      try {
        return await flow();
      } catch (error) {
        if (run === mostRuns) throw error;
        console.error(`"${name}" failed and is run once more: ${String(error)}`);
      }
    }
  });
}
