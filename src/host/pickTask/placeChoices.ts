import { findWaiting } from '../../app/findWaiting.ts';
import type { Listing } from '../../app/listing.ts';
import type { Connection } from '../../domain/connection.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Choice, ChoicePage } from '../ui/listPick.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { connectionText, executionText, taskText, workflowText } from './pickChoices.ts';
import { goTo, toExecution } from './place.ts';
import type { Next, Place, Wanted } from './place.ts';

// What one look for waiting tasks may cost a server.
const mostRequests = 20;

export function connectionChoices(connections: readonly Connection[]): readonly Choice<Next>[] {
  if (connections.length > 0) {
    return connections.map((connection) => ({
      ...connectionText(connection),
      value: goTo({ kind: 'workflows', connection: connection.id }),
    }));
  }
  return [
    {
      label: 'Try the demo',
      icon: 'play',
      detail: 'A mock server on this machine: no account, no network',
      value: { kind: 'command', command: 'workflowTasks.demo.start' },
    },
    {
      label: 'Add a connection…',
      icon: 'add',
      value: { kind: 'command', command: 'workflowTasks.connection.add' },
    },
  ];
}

export async function loadWorkflows(
  { store }: AppParts,
  wanted: Wanted,
  connection: string,
  more: boolean,
): Promise<ChoicePage<Next>> {
  const listing = await (more ? store.moreWorkflows(connection) : store.workflows(connection));
  const hasExecutions = await store.hasExecutions(connection);
  const rows = listing.items.map((workflow): Choice<Next> => ({
    ...workflowText(workflow),
    section: 'Workflows',
    value: goTo({ kind: 'executions', connection, workflow: workflow.id, name: workflow.name }),
  }));
  return {
    choices: [...shortcuts(wanted, connection, hasExecutions), ...rows, ...remarks(listing)],
    more: listing.more,
  };
}

/** A workflow's executions, or its tasks where the engine has no executions. */
export async function loadRuns(
  services: AppParts,
  wanted: Wanted,
  { connection, workflow }: Extract<Place, { kind: 'executions' }>,
  more: boolean,
): Promise<ChoicePage<Next>> {
  const { store, clock } = services;
  const filter = { workflow };
  if (!(await store.hasExecutions(connection))) {
    const tasks = await (more
      ? store.moreTasks(connection, filter)
      : store.tasks(connection, filter));
    const choices = [...taskChoices(services, wanted, tasks.items), ...remarks(tasks)];
    return { choices, more: tasks.more };
  }
  const listing = await (more
    ? store.moreExecutions(connection, filter)
    : store.executions(connection, filter));
  const rows = listing.items.map((execution): Choice<Next> => ({
    ...executionText(execution, clock.now()),
    section: 'Executions',
    value: toExecution(wanted, connection, execution.id),
  }));
  return { choices: [...rows, ...remarks(listing)], more: listing.more };
}

export async function loadTasks(
  services: AppParts,
  wanted: Wanted,
  { connection, execution }: Extract<Place, { kind: 'tasks' }>,
): Promise<ChoicePage<Next>> {
  const detail = await services.store.execution(connection, execution);
  const choices = taskChoices(services, wanted, executionTasks(detail.nodes));
  return {
    choices: choices.length > 0 ? choices : [{ label: 'No tasks yet', icon: 'info' }],
  };
}

export async function loadWaiting(
  services: AppParts,
  wanted: Wanted,
  connection: string,
): Promise<ChoicePage<Next>> {
  const { engine } = await services.connections.connected(connection);
  const signal = new AbortController().signal;
  const { tasks, notice } = await findWaiting(engine, mostRequests, signal);
  const choices = taskChoices(services, wanted, tasks).map(withPlace);
  return {
    choices: [
      ...choices,
      ...(tasks.length === 0 ? [{ label: 'No task waits', icon: 'info' }] : []),
      ...(notice === undefined ? [] : [{ label: notice, icon: 'info', always: true }]),
    ],
  };
}

// Those that can be picked come first; the others say why not.
function taskChoices(
  { clock, connections }: AppParts,
  wanted: Wanted,
  tasks: readonly Task[],
): readonly Choice<Next>[] {
  const now = clock.now();
  const choices = tasks.map((found): Choice<Next> => {
    const task = offeredTask(found, connections.find(found.ref.connection));
    const refusal = wanted.kind === 'task' ? wanted.refusalOf(task) : undefined;
    const text = taskText(task, now, refusal);
    if (refusal !== undefined) return { ...text, section: 'Not possible' };
    return { ...text, section: 'Tasks', value: { kind: 'task', task } };
  });
  return [
    ...choices.filter((choice) => choice.value !== undefined),
    ...choices.filter((choice) => choice.value === undefined),
  ];
}

// Tasks of many executions stand together here: where each belongs tells them apart.
function withPlace(choice: Choice<Next>): Choice<Next> {
  if (choice.value?.kind !== 'task') return choice;
  const workflow = workflowTitle(choice.value.task);
  const { execution } = choice.value.task.ref;
  return { ...choice, detail: execution === undefined ? workflow : `${workflow} › ${execution}` };
}

function shortcuts(
  wanted: Wanted,
  connection: string,
  hasExecutions: boolean,
): readonly Choice<Next>[] {
  const waitingTask: Choice<Next> = {
    label: 'Waiting tasks',
    icon: 'bell',
    detail: 'Looks through the newest running executions',
    value: goTo({ kind: 'waiting', connection }),
  };
  const byId: Choice<Next> = {
    label: 'Open by ID…',
    icon: 'go-to-file',
    always: true,
    value: goTo({ kind: 'byId', connection }),
  };
  return [...(wanted.kind === 'task' ? [waitingTask] : []), ...(hasExecutions ? [byId] : [])];
}

function remarks(listing: Listing<unknown>): readonly Choice<Next>[] {
  const empty = listing.items.length === 0 ? ['There is nothing here yet'] : [];
  return [...empty, ...(listing.notice === undefined ? [] : [listing.notice])].map((label) => ({
    label,
    icon: 'info',
    always: true,
  }));
}
