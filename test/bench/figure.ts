/** One number of the design's table, measured. */
export interface Figure {
  /** "bulk of 1,000 updates, conductor". */
  readonly what: string;
  readonly figure: number;
  readonly limit: number;
  /** Whether the limit is the least or the most that is good enough. */
  readonly bound: 'least' | 'most';
  /** "ms", "KB"; none for a ratio. */
  readonly unit?: string;
  /** What the figure was made of. */
  readonly note?: string;
}

export function isReached({ figure, limit, bound }: Figure): boolean {
  return bound === 'least' ? figure >= limit : figure <= limit;
}

/** The line that is printed for a figure. */
export function figureLine(measured: Figure): string {
  const { what, figure, limit, unit, note } = measured;
  const word = isReached(measured) ? 'reached' : 'missed';
  const shown = unit === undefined ? figure.toFixed(2) : `${figure.toFixed(0)} ${unit}`;
  const bound = unit === undefined ? String(limit) : `${limit} ${unit}`;
  return `BENCH ${what}: ${shown} of ${bound} (${word})${note === undefined ? '' : `; ${note}`}`;
}
