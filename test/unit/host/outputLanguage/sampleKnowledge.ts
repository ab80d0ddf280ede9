import type { OutputHints } from '../../../../src/domain/engine.ts';
import { parseJson } from '../../../../src/domain/json.ts';
import { knowledgeOf } from '../../../../src/host/outputLanguage/knowledge.ts';
import { fakeOptions, fakeTask } from '../../../support/fakeTask.ts';

export const hints: OutputHints = {
  keys: [
    { path: ['comment'], source: 'promised by the task definition' },
    { path: ['rate'], source: 'promised by the task definition, read by sign_contract' },
    { path: ['approval', 'by'], source: 'read by ship_order' },
    { path: ['approval', 'at'], source: 'read by ship_order' },
    { path: ['lines', '0', 'sku'], source: 'read by pick' },
  ],
  schema: {
    required: ['decision'],
    properties: {
      decision: { enum: ['approve', 'reject'], default: 'reject' },
      note: { type: 'string' },
      urgent: { type: ['boolean', 'null'] },
      address: { $ref: '#/definitions/address' },
    },
    definitions: { address: { type: 'object', properties: { street: { type: 'string' } } } },
  },
  earlier: [
    { source: 'review of e7', value: { rate: parseJson('12345678901234567890'), old: true } },
    { source: 'review of e6', value: { rate: parseJson('12345678901234567890') } },
  ],
};

export const task = {
  ...fakeTask,
  output: { callId: 7 },
  options: {
    ...fakeOptions,
    output: { kind: 'object', modes: ['merge'], limitBytes: 99, knownKeys: ['decision', 'told'] },
  },
} as const;

export const knowledge = knowledgeOf(task, hints);
