import { settle } from './createEngine.ts';
import type { Engine } from './engine.ts';
import type { LaterReply, Reply } from './reply.ts';

/** How often a waiting request looks again, in milliseconds of real time. */
const lookMs = 20;

/** Waits until an answer is ready or its time is over. */
export async function waitFor(engine: Engine, later: LaterReply): Promise<Reply> {
  while (!later.isReady() && engine.clock.now() < later.until) {
    await new Promise((resolve) => {
      setTimeout(resolve, lookMs);
    });
    settle(engine);
  }
  return later.reply();
}
