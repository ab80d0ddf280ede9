import { ageText } from '../../domain/ageText.ts';

/** How long ago, short enough for a row: "now", "3 min ago", "2 h ago". */
export function agoText(at: number, now: number): string {
  const age = ageText(now - at);
  return age === 'now' ? age : `${age} ago`;
}

/** A moment in the person's own time zone, for tooltips. */
export function momentText(at: number): string {
  return new Date(at).toLocaleString();
}

/** A duration for people: "84 ms", "1.2 s", "3 min". */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  return ageText(ms);
}
