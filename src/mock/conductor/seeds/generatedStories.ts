import type { JsonObject } from '../../json.ts';
import type { Step } from './play.ts';
import { taskOf } from './taskOf.ts';

const owner = { ownerEmail: 'load@example.com' };

/**
 * The workflows of a generated seed. They have no child executions, so that one number stands for
 * one execution.
 */
export const generatedWorkflowDefs: readonly JsonObject[] = [
  {
    name: 'generated_order',
    version: 1,
    tasks: [
      taskOf('SIMPLE', 'reserve', { retryCount: 1 }),
      taskOf('HUMAN', 'approve', { inputParameters: { number: '${workflow.input.number}' } }),
      taskOf('SIMPLE', 'ship'),
    ],
    ...owner,
  },
  {
    name: 'generated_claim',
    version: 2,
    tasks: [
      taskOf('HUMAN', 'assess', { inputParameters: { number: '${workflow.input.number}' } }),
      taskOf('WAIT', 'documents'),
      taskOf('SIMPLE', 'pay_out'),
    ],
    ...owner,
  },
  {
    name: 'generated_import',
    version: 1,
    tasks: [taskOf('SIMPLE', 'read_file'), taskOf('SIMPLE', 'write_rows')],
    ...owner,
  },
];

/** The events of an execution; every tenth number has the same story. */
export interface GeneratedStory {
  readonly workflow: string;
  readonly steps: readonly Step[];
}

const order = 'generated_order';
const claim = 'generated_claim';
const load = 'generated_import';

const reserve: Step = { at: 0.1, update: 'reserve', output: { shelf: 4 } };
const approve: Step = { at: 0.2, update: 'approve', output: { approved: true } };
const read: Step = { at: 0.1, update: 'read_file', output: { rows: 1200 } };
const write: Step = { at: 0.2, update: 'write_rows', output: { written: 1200 } };

/** Execution number N has story N modulo the number of stories. */
export const generatedStories: readonly GeneratedStory[] = [
  { workflow: order, steps: [reserve] },
  { workflow: load, steps: [read, write] },
  { workflow: claim, steps: [] },
  {
    workflow: order,
    steps: [reserve, approve, { at: 0.3, update: 'ship', output: { parcel: 'P-1' } }],
  },
  {
    workflow: load,
    steps: [{ at: 0.1, update: 'read_file', status: 'FAILED_WITH_TERMINAL_ERROR' }],
  },
  {
    workflow: claim,
    steps: [
      { at: 0.1, update: 'assess', output: { accepted: true } },
      { at: 0.2, update: 'documents', output: { pages: 3 } },
      { at: 0.3, update: 'pay_out', output: { amount: 410 } },
    ],
  },
  { workflow: order, steps: [{ at: 0.1, update: 'reserve', status: 'FAILED' }] },
  { workflow: load, steps: [read, { at: 0.2, terminate: 'Wrong file' }] },
  { workflow: claim, steps: [{ at: 0.1, update: 'assess', output: { accepted: true } }] },
  { workflow: load, steps: [read, write] },
];
