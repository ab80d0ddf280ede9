import { findWaiting } from '../../app/findWaiting.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { Listing } from '../../app/listing.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { Services } from '../services.ts';
import type { Choice, ChoicePage, ListPick } from './listPick.ts';
import { offeredTask } from './offeredTask.ts';
import { executionTasks } from './executionTasks.ts';
import { connectionText, executionText, taskText, workflowText } from './pickChoices.ts';

// What one look for waiting tasks may cost a server.
const mostRequests = 20;

/** What is looked for, and what of it can be picked. */
export type Wanted =
  | { readonly kind: 'execution' }
  | {
      readonly kind: 'task';
      /** Why a task cannot be picked for this; undefined when it can. */
      refusalOf(task: Task): string | undefined;
    };

/** Where a person stands on the way there. */
export type Place =
  | { readonly kind: 'connections' }
  | { readonly kind: 'workflows'; readonly connection: string }
  | { readonly kind: 'waiting'; readonly connection: string }
  | { readonly kind: 'executions'; readonly connection: string; readonly workflow: string }
  | { readonly kind: 'byId'; readonly connection: string }
  | { readonly kind: 'tasks'; readonly connection: string; readonly execution: string };

/** Where a picked line leads. */
export type Next =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | { readonly kind: 'command'; readonly command: CommandId };

type PlaceList = Pick<ListPick<Next>, 'placeholder' | 'load'>;

/** With one connection there is nothing to choose first. */
export function firstPlace(connections: readonly Connection[]): Place {
  const [only, ...others] = connections;
  if (only === undefined || others.length > 0) return { kind: 'connections' };
  return { kind: 'workflows', connection: only.id };
}

/** What a picker shows at a place. */
export function listOfPlace(
  services: Services,
  wanted: Wanted,
  place: Exclude<Place, { kind: 'byId' }>,
): PlaceList {
  switch (place.kind) {
    case 'connections':
      return {
        placeholder: 'Choose a connection',
        load: async () => ({
          choices: connectionChoices(services.connections.list()),
          more: false,
        }),
      };
    case 'workflows':
      return {
        placeholder: 'Choose a workflow; type to filter',
        load: (more) => loadWorkflows(services, wanted, place.connection, more),
      };
    case 'executions':
      return {
        placeholder: `Choose an execution of ${place.workflow}; type to filter`,
        load: (more) => loadRuns(services, wanted, place, more),
      };
    case 'tasks':
      return {
        placeholder: 'Choose a task; type to filter',
        load: () => loadTasks(services, wanted, place),
      };
    case 'waiting':
      return {
        placeholder: 'Choose a waiting task; type to filter',
        load: () => loadWaiting(services, wanted, place.connection),
      };
  }
}

function connectionChoices(connections: readonly Connection[]): readonly Choice<Next>[] {
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

async function loadWorkflows(
  { store }: Services,
  wanted: Wanted,
  connection: string,
  more: boolean,
): Promise<ChoicePage<Next>> {
  const listing = await (more ? store.moreWorkflows(connection) : store.workflows(connection));
  const rows = listing.items.map((workflow): Choice<Next> => ({
    ...workflowText(workflow),
    section: 'Workflows',
    value: goTo({ kind: 'executions', connection, workflow: workflow.id }),
  }));
  return {
    choices: [...shortcuts(wanted, connection), ...rows, ...remarks(listing)],
    more: listing.more,
  };
}

/** A workflow's executions, or its tasks where the engine has no executions. */
async function loadRuns(
  services: Services,
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

async function loadTasks(
  services: Services,
  wanted: Wanted,
  { connection, execution }: Extract<Place, { kind: 'tasks' }>,
): Promise<ChoicePage<Next>> {
  const detail = await services.store.execution(connection, execution);
  const choices = taskChoices(services, wanted, executionTasks(detail.nodes));
  return {
    choices: choices.length > 0 ? choices : [{ label: 'No tasks yet', icon: 'info' }],
    more: false,
  };
}

async function loadWaiting(
  services: Services,
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
    more: false,
  };
}

// Those that can be picked come first; the others say why not.
function taskChoices(
  { clock, connections }: Services,
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
  const { workflow, execution } = choice.value.task.ref;
  return { ...choice, detail: execution === undefined ? workflow : `${workflow} › ${execution}` };
}

function shortcuts(wanted: Wanted, connection: string): readonly Choice<Next>[] {
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
  return wanted.kind === 'task' ? [waitingTask, byId] : [byId];
}

/** An execution is the end of the way, or the place where its tasks are. */
export function toExecution(wanted: Wanted, connection: string, execution: string): Next {
  if (wanted.kind === 'execution') return { kind: 'execution', connection, execution };
  return goTo({ kind: 'tasks', connection, execution });
}

function remarks(listing: Listing<unknown>): readonly Choice<Next>[] {
  const empty = listing.items.length === 0 ? ['There is nothing here yet'] : [];
  return [...empty, ...(listing.notice === undefined ? [] : [listing.notice])].map((label) => ({
    label,
    icon: 'info',
    always: true,
  }));
}

function goTo(place: Place): Next {
  return { kind: 'place', place };
}
