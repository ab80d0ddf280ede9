import { noCounts } from './record.ts';
import type { Counts, RunRecord, Violation } from './record.ts';
import { promises } from './profiles.ts';
import type { ProfileName, PromiseName } from './profiles.ts';

export interface Failure {
  readonly seed: number;
  readonly violations: readonly Violation[];
}

/** What a range of seeds brought. */
export interface Report extends Counts {
  seeds: number;
  readonly failures: Failure[];
}

export function newReport(): Report {
  return { ...noCounts(), seeds: 0, failures: [] };
}

export function addRun(report: Report, seed: number, run: RunRecord): void {
  addCounts(report, run);
  report.seeds += 1;
  if (run.violations.length > 0) report.failures.push({ seed, violations: run.violations });
}

export function addReport(report: Report, other: Report): void {
  addCounts(report, other);
  report.seeds += other.seeds;
  report.failures.push(...other.failures);
}

/** The lines that tell what happened, by kind. */
export function reportLines(profile: ProfileName, report: Report): readonly string[] {
  const { seeds, failures, operations, faults, outcomes, requests } = report;
  const broken: Partial<Record<PromiseName, number[]>> = {};
  for (const { seed, violations } of failures) {
    for (const promise of new Set(violations.map((one) => one.promise))) {
      (broken[promise] ??= []).push(seed);
    }
  }
  return [
    `${profile}: ${seeds} seeds, ${total(operations)} operations, ${total(requests)} requests, ${total(faults)} faults`,
    `  operations: ${byKind(operations)}`,
    `  faults: ${byKind(faults)}`,
    `  outcomes: ${byKind(outcomes)}`,
    ...Object.entries(broken).map(
      ([promise, list]) =>
        `  BROKEN ${promise} (${promises[promise as PromiseName]}): ${list.length} seeds, ${list
          .toSorted((a, b) => a - b)
          .slice(0, 6)
          .join(', ')}`,
    ),
  ];
}

function addCounts(to: Counts, from: Counts): void {
  for (const part of ['faults', 'operations', 'outcomes', 'requests'] as const) {
    for (const [kind, number] of Object.entries(from[part])) {
      to[part][kind] = (to[part][kind] ?? 0) + number;
    }
  }
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, number) => sum + number, 0);
}

function byKind(counts: Readonly<Record<string, number>>): string {
  const kinds = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return kinds.map(([kind, number]) => `${kind} ${number}`).join(', ');
}
