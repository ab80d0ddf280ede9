import { lostRace } from '../lostRace.ts';
import type { Difference } from './compare.ts';
import type { Row } from './row.ts';

/**
 * Sometimes the real server's own threads conflict, and an execution takes another path than on an
 * idle server. Its further results cannot be compared.
 */
export interface Races {
  /** True where an earlier race has already affected the row's execution. */
  isSpoilt(row: Row): boolean;
  /** Why this row cannot be compared; undefined where it can. */
  reasonFor(row: Row, differences: readonly Difference[]): string | undefined;
}

interface Symptom {
  /** Matches `path real mock` of a difference. */
  readonly sign: RegExp;
  /** Matches the row's request; every row by default. */
  readonly row?: RegExp;
  readonly reason: string;
}

const symptoms: readonly Symptom[] = [
  {
    sign: lostRace,
    reason: 'The real server lost a race for its own database, which failed this execution.',
  },
  {
    sign: /^state\.(?:tasks\[4\]\.)?status "FAILED" /,
    row: /\{forkFails\}/,
    reason: 'The server looked at the JOIN between the end of its task and that of the workflow.',
  },
];

export function createRaces(): Races {
  const spoilt = new Map<string, string>();
  const spoiltBy = (row: Row) =>
    namesIn(row)
      .map((name) => spoilt.get(name))
      .find((reason) => reason !== undefined);
  return {
    isSpoilt: (row) => spoiltBy(row) !== undefined,
    reasonFor(row, differences) {
      const lines = differences.map(({ at, real, mock }) => `${at} ${real} ${mock}`);
      const symptom = symptoms.find(
        (one) => (one.row?.test(row.send) ?? true) && lines.some((line) => one.sign.test(line)),
      );
      const reason = spoiltBy(row) ?? symptom?.reason;
      for (const name of Object.keys(row.keep ?? {})) spoilt.delete(name);
      if (reason === undefined) return undefined;
      for (const name of [...namesIn(row), ...Object.keys(row.keep ?? {})]) {
        spoilt.set(name, reason);
      }
      return reason;
    },
  };
}

function namesIn(row: Row): string[] {
  const text = `${row.send} ${JSON.stringify(row.body ?? '')} ${row.state ?? ''}`;
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return names.filter((name) => name !== 'n');
}
