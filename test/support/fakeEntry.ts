import { LosslessNumber } from 'lossless-json';
import type { JournalEntry, Outcome } from '../../src/domain/outcome.ts';
import { fakeTask } from './fakeTask.ts';

export const fakeSnapshot = { status: 'IN_PROGRESS', output: undefined };
export const fakeConfirmed: Outcome = {
  kind: 'confirmed',
  after: { status: 'COMPLETED', output: { n: new LosslessNumber('12345678901234567890') } },
  notes: ['n'],
};

/** An entry with every optional part, and with numbers that only their digits identify. */
export function fakeEntry(id: string, outcome?: Outcome): JournalEntry {
  return {
    id,
    ref: fakeTask.ref,
    connectionName: 'Local',
    taskName: 'approve',
    update: {
      status: 'COMPLETED',
      output: { kind: 'object', mode: 'merge', value: { n: new LosslessNumber('1.10') } },
    },
    before: fakeSnapshot,
    definition: 'approve_loan',
    endsTask: true,
    request: { method: 'POST', url: 'http://x/api', headers: { accept: 'text' }, body: '{}' },
    expected: [{ status: 'COMPLETED', note: 'so' }],
    startedAt: 1_700_000_000_000,
    tries: [{ at: 1_700_000_000_001, result: '200' }],
    ...(outcome === undefined ? {} : { outcome, durationMs: 12 }),
  };
}
