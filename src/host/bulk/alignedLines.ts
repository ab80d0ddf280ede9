// A long name widens its column up to this limit.
const widest = 48;

/** Rows as text lines with aligned columns. The last column has no fixed width. */
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

// Counts characters, not UTF-16 units.
function lengthOf(text: string): number {
  return Array.from(text).length;
}
