// The largest time that Date can hold; a server may send a larger number.
const maxMs = 8_640_000_000_000_000;

/** Epoch milliseconds as ISO 8601; a number that Date cannot hold is returned as text. */
export function isoTime(ms: number): string {
  return Math.abs(ms) <= maxMs ? new Date(ms).toISOString() : String(ms);
}
