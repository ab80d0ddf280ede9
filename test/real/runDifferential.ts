import { atLeast } from '../../src/mock/atLeast.ts';
import { compare, shapeOf, type Difference } from './differential/compare.ts';
import { everywhere } from './differential/everywhere.ts';
import { normalise } from './differential/normalise.ts';
import { createRaces } from './differential/races.ts';
import type { Row } from './differential/row.ts';
import { parse, send, type Answer, type Side } from './differential/side.ts';
import { compareState, statusOf, type Pair } from './differential/compareState.ts';
import { table } from './differential/table.ts';

export interface DifferentialOptions {
  /** Base URLs with /api. */
  readonly realUrl: string;
  readonly mockUrl: string;
  /** The version of both. */
  readonly version: string;
  readonly log: (line: string) => void;
  /** The families of the table to send; all by default. */
  readonly families?: readonly string[];
}

export interface DifferentialResult {
  readonly requests: number;
  /** Requests whose answers or states differ for a reason in the table. */
  readonly explained: number;
  /** The rows with an unexplained difference. */
  readonly open: readonly OpenRow[];
}

/** A row of the table, by its family and its place there. */
export interface OpenRow {
  readonly family: string;
  readonly place: number;
  readonly send: string;
}

/** How long the states of a row may take to become equal: 3.21 checks timers only every 30 s. */
function waitFor(row: Row, version: string, isSpoilt: boolean): number {
  if (isSpoilt) return 0;
  if (row.patient !== true) return 4000;
  return atLeast(version, '3.22.0') ? 12_000 : 45_000;
}

/** Sends the table to both servers, row by row, and compares answers and states. */
export async function runDifferential(options: DifferentialOptions): Promise<DifferentialResult> {
  const { version, log, families = Object.keys(table) } = options;
  const run = `diff${Date.now().toString(36)}`;
  const results: Result[] = [];
  for (const family of families) {
    const begun = Date.now();
    const rows = (table[family] ?? []).filter((row) => isFor(row, version));
    const found = await compareRows(pairOf(options, run + family), rows, { version, log });
    results.push(...found.map((result) => ({ ...result, family })));
    log(`${family}: ${rows.length} requests in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
  const explained = results.filter((result) => result.kind === 'explained').length;
  const open = results.filter((result) => result.kind === 'open');
  const counts = `${explained} explained, ${open.length} unexplained`;
  log(`DIFFERENTIAL ${results.length} requests, ${counts}`);
  return { requests: results.length, explained, open };
}

/** Families must not see each other's names, such as a worker's queue. */
function pairOf({ realUrl, mockUrl }: DifferentialOptions, prefix: string): Pair {
  return {
    real: { baseUrl: realUrl, kept: new Map([['n', prefix]]) },
    mock: { baseUrl: mockUrl, kept: new Map([['n', prefix]]) },
    prefix,
  };
}

interface Result extends OpenRow {
  readonly kind: 'same' | 'explained' | 'open';
}

async function compareRows(
  pair: Pair,
  rows: readonly Row[],
  { version, log }: Pick<DifferentialOptions, 'version' | 'log'>,
): Promise<Omit<Result, 'family'>[]> {
  const races = createRaces();
  const results: Omit<Result, 'family'>[] = [];
  for (const [place, row] of rows.entries()) {
    const differences = await compareRow(pair, row, waitFor(row, version, races.isSpoilt(row)));
    const lost = races.reasonFor(row, differences);
    const reasonOf = (difference: Difference) => lost ?? reasonFor(row, difference);
    const open = differences.filter((difference) => reasonOf(difference) === undefined);
    const kind = open.length > 0 ? 'open' : differences.length > 0 ? 'explained' : 'same';
    results.push({ kind, place, send: row.send });
    if (kind === 'open') {
      log(`UNEXPLAINED ${row.send} ${JSON.stringify(row.body ?? '').slice(0, 160)}`);
      for (const { at, real, mock } of open.slice(0, 12)) {
        log(`  ${at}\n    real ${real}\n    mock ${mock}`);
      }
    } else if (kind === 'explained') {
      const reasons = new Set(differences.map(reasonOf));
      log(`explained ${row.send}: ${[...reasons].join(' ')}`);
    }
  }
  return results;
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
  const [real, mock] = await Promise.all([
    sendUntil(pair.real, row, deadlineMs),
    sendUntil(pair.mock, row, deadlineMs),
  ]);
  const differences = [
    ...compare(real.status, mock.status, 'status'),
    ...compare(real.contentType, mock.contentType, 'contentType'),
    ...compare(bodyOf(real, row, pair), bodyOf(mock, row, pair), 'body'),
  ];
  if (row.state === undefined) return differences;
  // Two states never become equal if only one server took the request.
  const patienceMs = real.status === mock.status ? deadlineMs : 0;
  return [...differences, ...(await compareState(pair, row.state, patienceMs))];
}

/** Sends a row; where it waits for a status, again and again until its execution has it. */
async function sendUntil(side: Side, row: Row, deadlineMs: number): Promise<Answer> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const answer = await send(side, row);
    if (row.until === undefined || Date.now() > end) return answer;
    if ((await statusOf(side, row.state ?? '')) === row.until) return answer;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

function bodyOf(answer: Answer, row: Row, pair: Pair): unknown {
  if (row.compare === 'none') return undefined;
  const value = normalise(parse(answer.text), pair.prefix);
  return row.compare === 'shape' ? shapeOf(value) : value;
}

if (process.argv[1] === import.meta.filename) {
  const [realUrl, mockUrl, version, ...families] = process.argv.slice(2);
  if (realUrl === undefined || mockUrl === undefined || version === undefined) {
    console.error('usage: node test/real/runDifferential.ts REAL_URL MOCK_URL VERSION [FAMILY...]');
    process.exit(2);
  }
  const log = (line: string) => console.log(line);
  const chosen = families.length === 0 ? {} : { families };
  const { open } = await runDifferential({ realUrl, mockUrl, version, log, ...chosen });
  process.exitCode = open.length === 0 ? 0 : 1;
}
