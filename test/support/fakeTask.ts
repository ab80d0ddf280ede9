import type { Connection } from '../../src/domain/connection.ts';
import type { Task } from '../../src/domain/task.ts';
import type { UpdateOptions } from '../../src/domain/taskUpdate.ts';

export const fakeOptions: UpdateOptions = {
  statuses: [
    { status: 'COMPLETED', role: 'complete', effect: 'The workflow goes on.' },
    {
      status: 'FAILED',
      role: 'fail',
      effect: 'The whole workflow fails.',
      stopsWorkflow: true,
    },
    { status: 'IN_PROGRESS', role: 'save', effect: 'The task stays open.' },
    { status: 'CANCELED', effect: 'Stops.', unavailable: 'this server is too old for it.' },
  ],
  output: { kind: 'object', modes: ['merge', 'replace'], limitBytes: 200, warnBytes: 100 },
  reasonLimit: 20,
  fields: [
    { key: 'logs', label: 'Log lines', kind: 'lines', help: 'Kept with the task.' },
    { key: 'callback', label: 'Callback', kind: 'number', help: 'Seconds.' },
    { key: 'worker', label: 'Worker', kind: 'text', shown: true, help: 'Who.' },
    { key: 'extra', label: 'Extra', kind: 'object', help: 'More.' },
  ],
  warnings: ['A worker may overwrite this.'],
};

export const fakeTask: Task = {
  ref: { connection: 'c1', workflow: 'loan', execution: 'e1', task: 't1' },
  name: 'approve',
  type: 'HUMAN',
  status: 'IN_PROGRESS',
  state: 'waiting',
  terminal: false,
  input: {},
  output: {},
  attempt: 0,
  updatedAt: 1_600_000_000_000,
  engineFields: {},
  options: fakeOptions,
};

export const fakeConnection: Connection = {
  id: 'c1',
  name: 'Local',
  engine: 'conductor',
  url: 'http://localhost:8080',
  environment: 'development',
  readOnly: false,
  details: {},
};
