const units: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** Milliseconds as a duration in the largest whole unit: "3 h". */
export function ageText(ms: number): string {
  for (const [unit, size] of units) {
    if (ms >= size) return `${Math.floor(ms / size)} ${unit}`;
  }
  return 'now';
}
