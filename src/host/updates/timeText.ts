const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, short enough for a row: "now", "3 min ago", "2 h ago", "5 d ago". */
export function agoText(at: number, now: number): string {
  const age = spanText(now - at);
  return age === undefined ? 'now' : `${age} ago`;
}

/** A span as one number and its unit; undefined below a minute. */
export function spanText(ms: number): string | undefined {
  if (ms < minute) return undefined;
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < day) return `${Math.floor(ms / hour)} h`;
  return `${Math.floor(ms / day)} d`;
}

/** A moment in the person's own time zone, for tooltips. */
export function momentText(at: number): string {
  return new Date(at).toLocaleString();
}

/** A duration for people: "84 ms", "1.2 s", "3 min". */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < minute) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  return spanText(ms) ?? '';
}
