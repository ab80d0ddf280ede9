/** A problem of a line, and its place. Offsets count UTF-16 units from the start of the line. */
export interface LineProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning' | 'info';
}

/** A problem that keeps a line from being sent. It marks at least one character. */
export function lineError(message: string, start: number, end: number): LineProblem {
  return { message, start, end: Math.max(end, start + 1), severity: 'error' };
}
