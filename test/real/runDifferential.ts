import { atLeast } from '../../src/mock/atLeast.ts';
import { compare, shapeOf, type Difference } from './differential/compare.ts';
import { everywhere } from './differential/everywhere.ts';
import { normalise } from './differential/normalise.ts';
import { createRaces } from './differential/races.ts';
import type { Row } from './differential/row.ts';
import { parse, send, type Answer } from './differential/side.ts';
import { compareState, type Pair } from './differential/compareState.ts';
import { table } from './differential/table.ts';

export interface DifferentialOptions {
  /** Base URLs with /api. */
  readonly realUrl: string;
  readonly mockUrl: string;
  /** The version of both. */
  readonly version: string;
  readonly log: (line: string) => void;
}

export interface DifferentialResult {
  readonly requests: number;
  /** Requests whose answers or states differ for a reason in the table. */
  readonly explained: number;
  readonly unexplained: number;
  /** The unexplained differences, by their row in the table. */
  readonly open: readonly number[];
}

/** How long the states of a row may take to become equal: 3.21 checks timers only every 30 s. */
function waitFor(row: Row, version: string, isSpoilt: boolean): number {
  if (isSpoilt) return 0;
  if (row.patient !== true) return 4000;
  return atLeast(version, '3.22.0') ? 12_000 : 45_000;
}

/** Sends the table to both servers, row by row, and compares answers and states. */
export async function runDifferential(options: DifferentialOptions): Promise<DifferentialResult> {
  const { version, log } = options;
  const prefix = `diff${Date.now().toString(36)}`;
  const pair: Pair = {
    real: { baseUrl: options.realUrl, kept: new Map([['n', prefix]]) },
    mock: { baseUrl: options.mockUrl, kept: new Map([['n', prefix]]) },
    prefix,
  };
  const races = createRaces();
  const rows = table.filter((row) => isFor(row, version));
  let explained = 0;
  const unexplained: number[] = [];
  for (const [place, row] of rows.entries()) {
    const differences = await compareRow(pair, row, waitFor(row, version, races.isSpoilt(row)));
    const lost = races.reasonFor(row, differences);
    const reasonOf = (difference: Difference) => lost ?? reasonFor(row, difference);
    const open = differences.filter((difference) => reasonOf(difference) === undefined);
    if (open.length > 0) {
      unexplained.push(place);
      log(`UNEXPLAINED ${row.send} ${JSON.stringify(row.body ?? '').slice(0, 160)}`);
      for (const { at, real, mock } of open.slice(0, 12)) {
        log(`  ${at}\n    real ${real}\n    mock ${mock}`);
      }
    } else if (differences.length > 0) {
      explained += 1;
      const reasons = new Set(differences.map(reasonOf));
      log(`explained ${row.send}: ${[...reasons].join(' ')}`);
    }
  }
  const counts = `${explained} explained, ${unexplained.length} unexplained`;
  log(`DIFFERENTIAL ${rows.length} requests, ${counts}`);
  return { requests: rows.length, explained, unexplained: unexplained.length, open: unexplained };
}

function isFor(row: Row, version: string): boolean {
  if (row.since !== undefined && !atLeast(version, row.since)) return false;
  return row.before === undefined || !atLeast(version, row.before);
}

function reasonFor(row: Row, { at }: Difference): string | undefined {
  const known = [...(row.explain ?? []), ...everywhere];
  return known.find((one) => one.at.test(at) || one.at.test(`${row.send} ${at}`))?.reason;
}

async function compareRow(pair: Pair, row: Row, deadlineMs: number): Promise<Difference[]> {
  const [real, mock] = await Promise.all([send(pair.real, row), send(pair.mock, row)]);
  const differences = [
    ...compare(real.status, mock.status, 'status'),
    ...compare(real.contentType, mock.contentType, 'contentType'),
    ...compare(bodyOf(real, row, pair), bodyOf(mock, row, pair), 'body'),
  ];
  if (row.state === undefined) return differences;
  return [...differences, ...(await compareState(pair, row.state, deadlineMs))];
}

function bodyOf(answer: Answer, row: Row, pair: Pair): unknown {
  if (row.compare === 'none') return undefined;
  const value = normalise(parse(answer.text), pair.prefix);
  return row.compare === 'shape' ? shapeOf(value) : value;
}

if (process.argv[1] === import.meta.filename) {
  const [realUrl, mockUrl, version] = process.argv.slice(2);
  if (realUrl === undefined || mockUrl === undefined || version === undefined) {
    console.error('usage: node test/real/runDifferential.ts REAL_URL MOCK_URL VERSION');
    process.exit(2);
  }
  const log = (line: string) => console.log(line);
  const { unexplained } = await runDifferential({ realUrl, mockUrl, version, log });
  process.exitCode = unexplained === 0 ? 0 : 1;
}
