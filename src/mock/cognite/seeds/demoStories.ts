import type { Story } from './plantWorkflow.ts';

const day = 24 * 60;
const gate = { workflow: 'compressor-quality-gate', version: '2' };
const asset = { asset: '23-KA-9101', hours: 24 };
const bySchedule = { startedBy: 'schedule' };

/** Oldest first, in the order of their start. */
export const demoStories: readonly Story[] = [
  {
    ...gate,
    version: '1',
    minutesAgo: 14 * day,
    input: asset,
    metadata: bySchedule,
    steps: [],
  },
  {
    ...gate,
    minutesAgo: 3 * day,
    input: asset,
    metadata: bySchedule,
    steps: [
      {
        at: 35,
        update: 'approve-anomaly',
        output: { approved: true, comment: 'Start-up transient', approvedBy: 'kari' },
      },
    ],
  },
  {
    ...gate,
    minutesAgo: 2 * day,
    input: asset,
    metadata: bySchedule,
    steps: [
      {
        at: 50,
        update: 'approve-anomaly',
        status: 'FAILED_WITH_TERMINAL_ERROR',
        output: { approved: false, comment: 'Sensor 23-VT-9102X is broken: do not publish' },
      },
    ],
  },
  {
    workflow: 'nightly asset refresh/all sites',
    version: 'v3',
    minutesAgo: 8 * 60,
    input: {},
    metadata: bySchedule,
    steps: [],
  },
  {
    workflow: 'compressor-performance',
    version: '1',
    minutesAgo: 6 * 60,
    input: { load: 0.9 },
    metadata: { startedBy: 'ola' },
    steps: [{ at: 20, cancel: 'Wrong load case' }],
  },
  {
    workflow: 'diagram-annotation',
    version: '1',
    minutesAgo: 150,
    input: { files: ['PID-23-0101', 'PID-23-0102'] },
    metadata: { startedBy: 'ingrid' },
    steps: [],
  },
  {
    workflow: 'compressor-performance',
    version: '1',
    minutesAgo: 95,
    input: { load: 0.75 },
    metadata: { startedBy: 'ola' },
    steps: [],
  },
  { ...gate, minutesAgo: 40, input: asset, metadata: bySchedule, steps: [] },
  {
    workflow: 'compressor-performance',
    version: '1',
    minutesAgo: 12,
    input: { load: 0.6 },
    metadata: { startedBy: 'ola' },
    steps: [
      { at: 4, update: 'simulation-inputs', output: { suctionPressure: 42, gasFlow: 18500 } },
    ],
  },
  {
    ...gate,
    minutesAgo: 6,
    input: { asset: '23-KA-9102', hours: 24 },
    metadata: { startedBy: 'kari' },
    steps: [],
  },
];
