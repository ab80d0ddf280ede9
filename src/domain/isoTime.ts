// The last moment that a Date holds; a server may send a number beyond it.
const mostMs = 8_640_000_000_000_000;

/** Epoch milliseconds as ISO 8601; a number that is no time, as it is. */
export function isoTime(ms: number): string {
  return Math.abs(ms) <= mostMs ? new Date(ms).toISOString() : String(ms);
}
