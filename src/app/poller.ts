import { isAbort, retryAfterMsOf } from '../domain/engineError.ts';
import type { Clock, Log } from './ports.ts';

/**
 * Runs `tick` again and again while it is active. A failing server is asked less and less often,
 * and never before its Retry-After is over.
 */
export interface Poller {
  setActive(active: boolean): void;
  /** Starts the wait for the next tick again, because the interval may have changed. */
  again(): void;
  dispose(): void;
}

interface PollerDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two ticks. 0 pauses until the next start. */
  intervalMs(): number;
  tick(signal: AbortSignal): Promise<void>;
}

// The longest pause for a failing server, unless the interval itself is longer.
const slowestMs = 60_000;

export function createPoller(deps: PollerDeps): Poller {
  let running: AbortController | undefined;

  async function loop(signal: AbortSignal): Promise<void> {
    let failures = 0;
    let retryAfterMs = 0;
    while (!signal.aborted) {
      const interval = deps.intervalMs();
      if (interval === 0) return;
      const pauseMs = Math.min(interval * 2 ** failures, Math.max(interval, slowestMs));
      await deps.clock.wait(Math.max(pauseMs, retryAfterMs), signal);
      try {
        await deps.tick(signal);
        failures = 0;
        retryAfterMs = 0;
      } catch (error) {
        if (isAbort(error) && signal.aborted) return;
        // The view keeps its rows. A refresh by the person shows the error.
        failures += 1;
        retryAfterMs = retryAfterMsOf(error);
        deps.log.debug(`Refreshing failed ${failures} times: ${String(error)}`);
      }
    }
  }

  function stop(): void {
    running?.abort();
    running = undefined;
  }

  function start(): void {
    if (running !== undefined) return;
    const started = new AbortController();
    running = started;
    loop(started.signal)
      .catch((error: unknown) => {
        if (!isAbort(error)) deps.log.error(`Refreshing stopped: ${String(error)}`);
      })
      .finally(() => {
        if (running === started) running = undefined;
      });
  }

  let isActive = false;
  return {
    setActive: (active) => {
      isActive = active;
      if (active) start();
      else stop();
    },
    again: () => {
      stop();
      if (isActive) start();
    },
    dispose: () => {
      isActive = false;
      stop();
    },
  };
}
