import { answerBefore, spoil } from './applyFaults.ts';
import type { MockClock } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import type { History } from './history.ts';

export interface AnsweringDeps {
  readonly clock: MockClock;
  readonly faults: Faults;
  readonly history: History;
  /** Handles a request as the server; undefined for a path that no server has. */
  handle(request: Request): Promise<Response | undefined>;
}

/** Answers a request as the server would, after applying the faults that match it. */
export function createAnswering(deps: AnsweringDeps) {
  const { clock, faults, history } = deps;

  async function handle(request: Request, target: string): Promise<Response> {
    const response = (await deps.handle(request)) ?? new Response('Not found', { status: 404 });
    if (request.method === 'GET') return await history.remember(target, clock.now(), response);
    history.wrote();
    return response;
  }

  async function before(fault: Fault, request: Request, target: string) {
    if (fault.kind === 'latency') await delay(fault.ms);
    if (fault.kind !== 'stale') return answerBefore(fault);
    if (request.method !== 'GET') return undefined;
    const age =
      fault.ms === undefined ? { writes: fault.writes ?? 1 } : { before: clock.now() - fault.ms };
    return history.recall(target, age);
  }

  return async (request: Request, target: string): Promise<Response> => {
    const taken = faults.take(request.method, target);
    for (const fault of taken) {
      const early = await before(fault, request, target);
      if (early !== undefined) return early;
    }
    let response = await handle(request, target);
    for (const fault of taken) response = await spoil(fault, response);
    return response;
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
