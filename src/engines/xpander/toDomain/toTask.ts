import type { Task, TaskRef } from '../../../domain/task.ts';
import { updateOptions } from './updateOptions.ts';
import type { ListedTask, TaskRecord } from '../wire/records.ts';
import { isWaitingProcess } from './isWaitingProcess.ts';
import { taskStatus } from './taskStatus.ts';
import { timeOf } from './timeOf.ts';

/** The vendor's words for the two things that a task can run. */
export type AgentKind = 'agent' | 'workflow';

/** What a task's record does not hold: where it was read, and its agent. */
export interface TaskSource {
  readonly connection: string;
  /** Finds the agent of a task; undefined where no list of agents was read. */
  readonly agentOf: (id: string) => KnownAgent | undefined;
}

/** Properties that lists of agents contain and tasks do not. */
export interface KnownAgent {
  readonly kind: AgentKind;
  readonly name: string;
}

/** Converts a task from a list, which has no input, node cursor, children and few times. */
export function toListedTask(record: ListedTask, source: TaskSource): Task {
  const agent = source.agentOf(record.agent_id);
  const kind = agent?.kind ?? 'agent';
  const { status, result } = record;
  const { state: usual, terminal } = taskStatus(status, false);
  const state = isWaitingProcess(record) ? 'waiting' : usual;
  return {
    ref: refOf(record.id, record.agent_id, source),
    ...(agent === undefined ? {} : { workflowName: agent.name }),
    name: nameOf(record.title, record.id),
    type: kind,
    status,
    state,
    // In the domain, terminal means that no update is accepted; this engine accepts updates for
    // every task.
    terminal: false,
    input: {},
    output: result,
    attempt: 0,
    ...reasonOf(state === 'failed', result),
    isFromList: true,
    hasChildren: true,
    ...present('scheduledAt', timeOf(record.created_at)),
    ...present('updatedAt', timeOf(record.updated_at)),
    engineFields: engineFields({
      agent: record.agent_id,
      over: terminal,
      source: record.source_node_type,
      parent: record.parent_task_id,
      triggered_by: record.triggering_agent_id,
    }),
    options: updateOptions({ status, hasEnded: false, isWorkflow: kind === 'workflow' }),
  };
}

/** Converts a task that was read by its id, which has no time of its last change. */
export function toTask(record: TaskRecord, source: TaskSource): Task {
  const agent = source.agentOf(record.agent_id);
  const isWorkflow = record.is_orchestration === true || agent?.kind === 'workflow';
  const { status, result } = record;
  const hasEnded = record.finished_at !== undefined;
  const { state } = taskStatus(status, hasEnded);
  return {
    ref: refOf(record.id, record.agent_id, source),
    ...(agent === undefined ? {} : { workflowName: agent.name }),
    name: nameOf(record.title, record.id),
    type: isWorkflow ? 'workflow' : 'agent',
    status,
    state,
    terminal: false,
    input: inputOf(record),
    output: result,
    attempt: Math.max(0, (record.execution_attempts ?? 1) - 1),
    ...reasonOf(state === 'failed', result),
    ...present('scheduledAt', timeOf(record.created_at)),
    ...present('startedAt', timeOf(record.started_at)),
    ...present('endedAt', timeOf(record.finished_at)),
    hasChildren: record.sub_executions.length > 0,
    engineFields: engineFieldsOf(record, hasEnded),
    options: updateOptions({
      status,
      hasEnded,
      isWorkflow,
      waitNode: record.hitl_request?.wait_node_id,
      connector: record.pending_eca_request?.connector_name,
      wantsJson: record.output_format === 'json',
    }),
  };
}

// The agent's id, not its name: a task does not contain the name, and a ref must be the same
// everywhere.
function refOf(task: string, agent: string, { connection }: TaskSource): TaskRef {
  return { connection, workflow: agent, task };
}

function nameOf(title: string | undefined, id: string): string {
  return title === undefined || title.trim() === '' ? id : title;
}

function inputOf({ input }: TaskRecord): Task['input'] {
  const { text, files } = input;
  return {
    ...(text === undefined ? {} : { text }),
    ...(files.length === 0 ? {} : { files: files.map(unsigned) }),
  };
}

/** An address of a file may be signed, and then opens the file to everybody who has it. */
function unsigned(file: string): string {
  return file.replace(/^(https?:\/\/[^?#]*)[?#].+$/is, '$1?…');
}

// The SDK's runtime stores the message of an exception in the result.
function reasonOf(hasFailed: boolean, result: string | undefined): Pick<Task, 'reason'> {
  return hasFailed && result !== undefined && result !== '' ? { reason: result } : {};
}

/** An engine field that is also a field of an update has the field's key, so that both can be compared. */
function engineFieldsOf(record: TaskRecord, hasEnded: boolean): Task['engineFields'] {
  const plan = record.deep_planning?.tasks ?? [];
  const done = plan.filter((step) => step.completed).length;
  return engineFields({
    agent: record.agent_id,
    over: taskStatus(record.status, hasEnded).terminal,
    agent_version: record.agent_version,
    source: record.source,
    last_executed_node_id: record.last_executed_node_id,
    internal_status: record.internal_status,
    parent: record.parent_execution,
    triggered_by: record.triggering_agent_id,
    worker: record.worker_id,
    wait_node: record.hitl_request?.wait_node_id,
    connector: record.pending_eca_request?.connector_name,
    paused_at: record.paused_at,
    stopped_by_hand: record.is_manually_stopped === true ? true : undefined,
    plan: plan.length === 0 ? undefined : `${done} of ${plan.length} done`,
    children: record.sub_executions.length === 0 ? undefined : record.sub_executions.length,
  });
}

function engineFields(
  values: Readonly<Record<string, FieldValue | undefined>>,
): Task['engineFields'] {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined),
  );
}
type FieldValue = string | number | boolean;

function present<K extends string>(key: K, value: number | undefined): { [P in K]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: number });
}
