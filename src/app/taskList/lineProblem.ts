/** What is wrong with a line, and where in it. Offsets are UTF-16 units from the line's start. */
export interface LineProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning' | 'info';
}

/** What keeps a line from being sent; at least one character is marked. */
export function lineError(message: string, start: number, end: number): LineProblem {
  return { message, start, end: Math.max(end, start + 1), severity: 'error' };
}
