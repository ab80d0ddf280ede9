import type {
  FieldOption,
  OutputOption,
  StatusOption,
  UpdateOptions,
} from '../../../domain/taskUpdate.ts';
import { isStatusWord, type StatusWord, taskStatus } from './taskStatus.ts';

/**
 * The properties of a task that decide on its options. A list does not report all of them; those
 * are undefined.
 */
export interface Situation {
  readonly status: string;
  readonly hasEnded: boolean;
  /** True for a run of a workflow, false for an agent's task. */
  readonly isWorkflow: boolean;
  /** The node that waits for an approval. */
  readonly waitNode?: string | undefined;
  /** The system that somebody has to sign in to. */
  readonly connector?: string | undefined;
  readonly wantsJson?: boolean;
}

/**
 * What may be sent. The API rejects no status: even a finished task can be opened again (a test of
 * the vendor's own SDK does so). So every status is available, none ends a task for good, and the
 * effects tell the consequences.
 */
export function updateOptions(situation: Situation): UpdateOptions {
  return {
    statuses: offeredStatuses(situation),
    canKeepStatus: true,
    ...stopOption(situation),
    output: resultOption,
    fields,
    warnings: warningsFor(situation),
  };
}

// The vendor documents no limit. This one only prevents accidents.
const resultOption: OutputOption = { kind: 'text', modes: [], limitBytes: 10 * 1024 * 1024 };

const fields: readonly FieldOption[] = [
  {
    key: 'tool_call_payload_extension',
    label: 'Payload extension',
    kind: 'object',
    help: 'Merged into the payload of every tool call that the task makes from now on.',
  },
  {
    key: 'source',
    label: 'Source',
    kind: 'text',
    shown: true,
    help: 'The origin of the task, such as sdk, api or webhook.',
  },
  {
    key: 'last_executed_node_id',
    label: 'Node cursor',
    kind: 'text',
    shown: true,
    help: 'The id of the node that counts as executed last; it moves the cursor of a workflow.',
  },
];

const order: readonly StatusWord[] = [
  'completed',
  'failed',
  'error',
  'paused',
  'executing',
  'pending',
  'stopped',
];

function offeredStatuses(situation: Situation): readonly StatusOption[] {
  const { terminal } = taskStatus(situation.status, situation.hasEnded);
  return order.map((status) => {
    const role = roleOf(status, situation.status, terminal);
    const endsRun = endsBadly.has(status) && situation.isWorkflow && !terminal;
    return {
      status,
      effect: effectOf(status, situation, terminal),
      ...(role === undefined ? {} : { role }),
      ...(endsRun ? { stopsWorkflow: true } : {}),
    };
  });
}

const endsBadly: ReadonlySet<StatusWord> = new Set<StatusWord>(['failed', 'error', 'stopped']);

// A finished task has no ✓ and ✗: opening it again must take more than one click.
function roleOf(status: StatusWord, present: string, terminal: boolean): StatusOption['role'] {
  if (terminal) return undefined;
  if (status === 'completed') return 'complete';
  if (status === 'failed') return 'fail';
  return status === present ? 'save' : undefined;
}

function effectOf(status: StatusWord, situation: Situation, terminal: boolean): string {
  if (status === situation.status) return `It stays ${status}; only what else is sent changes.`;
  const thing = situation.isWorkflow ? 'The run of the workflow' : 'The task';
  if (terminal && !taskStatus(status, false).terminal) {
    return `${thing} counts as open again (${status}), though nothing may be running for it.`;
  }
  return effects[status](thing);
}

// For a finished task the API answers a stop as if it had worked, so stop is not offered.
function stopOption({ status, hasEnded, isWorkflow }: Situation): Pick<UpdateOptions, 'stop'> {
  if (taskStatus(status, hasEnded).terminal) return {};
  const thing = isWorkflow ? 'The run of the workflow' : 'The task';
  return {
    stop: {
      status: 'stopped',
      effect: `${thing} ends without a result, and a worker that runs it is told.`,
      stopsWorkflow: true,
      // Setting another status would not start the worker again.
      endsTask: true,
    },
  };
}

const effects: Readonly<Record<StatusWord, (thing: string) => string>> = {
  completed: (thing) =>
    `${thing} ends successfully, with the result that is sent or already there.`,
  failed: (thing) => `${thing} ends as a failure; the result may say why.`,
  error: (thing) => `${thing} ends with an error; the result is the error message.`,
  paused: (thing) => `${thing} is shown as paused; a worker that runs it is not told.`,
  executing: (thing) => `${thing} is shown as executing; it may or may not continue.`,
  pending: (thing) => `${thing} is shown as waiting to start; a worker may start it.`,
  stopped: (thing) => `${thing} is over; a worker that runs it is not told, as Stop would do.`,
};

function warningsFor(situation: Situation): readonly string[] {
  const { status, hasEnded, waitNode, connector, wantsJson } = situation;
  const { terminal } = taskStatus(status, hasEnded);
  const warnings: readonly (readonly [boolean, string])[] = [
    [
      status === 'executing',
      'A worker is running this task: when it ends it saves the whole task and overwrites what you send.',
    ],
    [
      status === 'pending',
      'A worker may start this task at any moment and will then overwrite what you send.',
    ],
    [terminal, `This task is over (${status}): an update only changes its record.`],
    [
      waitNode !== undefined && !terminal,
      `It waits for an approval at the node ${waitNode}: a status set here may not answer that.`,
    ],
    [
      connector !== undefined && !terminal,
      `It waits for somebody to sign in to ${connector}, which an update does not do.`,
    ],
    [wantsJson === true, 'The result of this task is expected to be JSON.'],
    [!isStatusWord(status), `The status ${status} is unknown here, and so are its consequences.`],
  ];
  return warnings.filter(([holds]) => holds).map(([, warning]) => warning);
}
