// A column is not made wider than this by one long name.
const widest = 48;

/** Rows as lines whose columns stand below each other; the last column runs free. */
export function alignedLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, Math.min(lengthOf(cell), widest));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - lengthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

// By characters as people count them, not by halves of them.
function lengthOf(text: string): number {
  return Array.from(text).length;
}
