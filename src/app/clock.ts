import type { Clock } from './ports.ts';

/** The clock of this machine. */
export function createClock(): Clock {
  return { now: () => Date.now(), wait };
}

// A longer timer fires at once: we would flood a server that asks for a pause of months.
const longestTimerMs = 2 ** 31 - 1;

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortError());
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortError());
    };
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      },
      Math.min(ms, longestTimerMs),
    );
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

// Not `signal.reason`: it can be any value, and callers recognise an abort by its name.
function abortError(): Error {
  const error = new Error('The wait was cancelled.');
  error.name = 'AbortError';
  return error;
}
