import { test } from 'node:test';

// Both runs of a flow, with the start of a window each.
const timeoutMs = 400_000;

/**
 * A test on a real screen. Focus, menus and redraws of a whole editor on a busy machine now and then
 * take a click or a key away: a flow that fails is run once more from its very beginning, and says
 * so. What is broken fails both times.
 */
export function screenTest(name: string, flow: () => Promise<void>): void {
  test(name, { timeout: timeoutMs }, async () => {
    try {
      await flow();
    } catch (error) {
      console.error(`"${name}" failed and is run once more: ${String(error)}`);
      await flow();
    }
  });
}
