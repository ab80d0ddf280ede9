/** Texts that grow: each piece is repeated between the two ends of each frame. */
export interface Growth {
  readonly pieces: readonly string[];
  readonly frames?: readonly (readonly [start: string, end: string])[];
  readonly run: (text: string) => unknown;
  /** Where memory, not time, sets the limit. */
  readonly longest?: number;
}

const factor = 8;
// Linear work takes `factor` times as long, quadratic work `factor` times that. Between them is
// room for collecting garbage and for other programs.
const bound = factor * 2.5;
const shortest = 512;
// Quadratic work on the longest text takes longer than this. Shorter times say nothing.
const leastMs = 500;

/** The texts that take much longer than their length explains, one sentence each. */
export async function superlinear(growth: Growth): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [start, end] of growth.frames ?? [['', '']]) {
    for (const piece of growth.pieces) {
      const make = (length: number) => start + piece.repeat(length / piece.length) + end;
      const problem = await problemOf(make, growth);
      if (problem !== undefined) found.push(`${JSON.stringify([start, piece, end])}: ${problem}`);
    }
  }
  return found;
}

async function problemOf(make: (length: number) => string, { run, longest = 1 << 18 }: Growth) {
  for (let length = shortest * factor; length <= longest; length *= factor) {
    if ((await fastest(run, make(length), 1)) < leastMs) continue;
    return slowFrom(run, make, length);
  }
  return undefined;
}

/** Measured several times: other programs and collecting garbage make single rounds slow. */
async function slowFrom(run: Growth['run'], make: (length: number) => string, length: number) {
  let said: string | undefined;
  for (let measured = 0; measured < 3; measured += 1) {
    const few = await fastest(run, make(length / factor), 3);
    const many = await fastest(run, make(length), 3);
    if (many < leastMs || many / few < bound) return undefined;
    said = `${many.toFixed(0)} ms for ${length} characters, ${few.toFixed(1)} ms for ${length / factor}`;
  }
  return said;
}

/** Milliseconds; the fastest of several, since other programs only make it slower. */
async function fastest(run: Growth['run'], text: string, rounds: number): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    try {
      await run(text);
    } catch {
      // Only the time counts here; which errors are allowed is tested by the claims.
    }
    best = Math.min(best, performance.now() - started);
    if (best > 2_000) break;
  }
  return best;
}
