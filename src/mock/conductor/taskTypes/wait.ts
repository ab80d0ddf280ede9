import { broken } from '../serverError.ts';
import { newTaskRun, type Mapper } from '../newTaskRun.ts';

/** Integer.MAX_VALUE: the callback time of a WAIT without an end. */
const forever = 2_147_483_647;

/** WAIT: in progress until its time has passed or an update comes. */
export const wait: Mapper = (planned) => {
  const { duration, until } = planned.input;
  const now = planned.engine.clock.now();
  const waitUntil =
    typeof duration === 'string'
      ? now + parseDuration(duration)
      : typeof until === 'string'
        ? parseUntil(until)
        : undefined;
  const seconds = waitUntil === undefined ? forever : Math.round((waitUntil - now) / 1000);
  return [
    newTaskRun(planned, {
      status: 'IN_PROGRESS',
      taskType: 'WAIT',
      callbackAfterSeconds: Math.max(0, seconds),
      waitUntil,
      indexed: false,
    }),
  ];
};

const unitMs: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/**
 * `1 day 2h 3 minutes 4s`, any subset, in milliseconds.
 * @throws {ServerError} 500 for anything else
 */
export function parseDuration(text: string): number {
  const parts = /^\s*(?:\d+\s*(?:days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\s*)+$/i;
  if (!parts.test(text)) throw broken(`Not valid duration: ${text}`);
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(?<!\d)(\d+)\s*([a-z])/gi)) {
    total += Number(amount) * (unitMs[unit?.toLowerCase() ?? ''] ?? 0);
  }
  return total;
}

/** `2026-11-21 10:00` with an optional zone (UTC by default), or a date alone. */
function parseUntil(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?(?: (\S+))?$/.exec(text.trim());
  if (!match) throw broken(`Text '${text}' could not be parsed at index 0`);
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  const offset = /^(?:GMT|UTC)?([+-]\d{2}:\d{2})$/.exec(zone)?.[1] ?? 'Z';
  return Date.parse(`${day}T${time}:00${offset}`);
}
