import * as vscode from 'vscode';
import { matchingTasks } from '../../app/bulk/matchingTasks.ts';
import { sentence } from '../../app/sentence.ts';
import { executionFilter } from '../../app/viewFilter.ts';
import type { ViewFilter } from '../../app/viewFilter.ts';
import { isAbort } from '../../domain/engineError.ts';
import { executionTasks } from '../../domain/executionTasks.ts';
import type { ExecutionFilter } from '../../domain/execution.ts';
import { oddSentence } from '../../domain/oddRecord.ts';
import type { Task } from '../../domain/task.ts';
import { withCancel } from '../ui/withCancel.ts';
import { offerConnection } from '../connections/offerConnection.ts';
import type { AppParts } from '../appParts.ts';
import { linkFree } from '../words/plainText.ts';
import type { WorkflowNode } from '../trees/workflowNode.ts';
import { checkList } from './checkList.ts';
import type { CheckLine } from './checkList.ts';
import { countText } from '../../app/bulk/countText.ts';

interface Found {
  readonly tasks: readonly Task[];
  /** Sentences about the limits of the search. */
  readonly notes: readonly string[];
}

/**
 * Searches all tasks below a row, or of all connections, that pass the view's filter and can be
 * updated. The person picks from their statuses. Returns no tasks when the person left.
 */
export async function pickMatching(
  services: AppParts,
  row: WorkflowNode | undefined,
  filter: ViewFilter,
): Promise<readonly Task[]> {
  if (services.connections.list().length === 0) {
    void offerConnection();
    return [];
  }
  const found = await withCancel('Looking for tasks that can be updated…', (signal) =>
    find(services, row, filter, signal),
  );
  return found === undefined ? [] : pickStatuses(found);
}

async function find(
  services: AppParts,
  row: WorkflowNode | undefined,
  filter: ViewFilter,
  signal: AbortSignal,
): Promise<Found> {
  if (row?.kind === 'group') return { tasks: executionTasks(row.children), notes: [] };
  if (row?.kind === 'execution') {
    const { nodes, odd } = await services.store.execution(row.connection, row.execution.id);
    const note = oddSentence(odd);
    return { tasks: executionTasks(nodes), notes: note === undefined ? [] : [note] };
  }
  const list = row?.kind === 'workflow' ? { ...filter, workflow: row.workflow.id } : filter;
  const narrow = executionFilter(list, services.clock.now());
  const found = await Promise.all(
    connectionsOf(services, row).map((id) => findOn(services, id, narrow, signal)),
  );
  return {
    tasks: found.flatMap(({ tasks }) => tasks),
    notes: found.flatMap(({ notes }) => notes),
  };
}

function connectionsOf(services: AppParts, row: WorkflowNode | undefined): readonly string[] {
  if (row?.kind === 'connection') return [row.connection.id];
  if (row?.kind === 'workflow') return [row.connection];
  return services.connections.list().map(({ id }) => id);
}

async function findOn(
  services: AppParts,
  id: string,
  filter: ExecutionFilter,
  signal: AbortSignal,
): Promise<Found> {
  const name = services.connections.find(id)?.name ?? id;
  try {
    const { engine } = await services.connections.connected(id);
    const { tasks, looked } = await matchingTasks(engine, filter, signal);
    return { tasks, notes: [`${name}: looked at ${looked}.`] };
  } catch (error) {
    if (isAbort(error)) throw error;
    // An unreachable server must not hide the tasks of the others.
    return { tasks: [], notes: [`${name} could not be read: ${sentence(error)}`] };
  }
}

async function pickStatuses({ tasks, notes }: Found): Promise<readonly Task[]> {
  const open = tasks.filter(
    ({ terminal, options }) => !terminal && options.unavailable === undefined,
  );
  if (open.length === 0) {
    const text = linkFree(`No task matches that can be updated. ${notes.join(' ')}`);
    void vscode.window.showInformationMessage(text);
    return [];
  }
  const words = [...new Set(open.map(({ status }) => status))].sort();
  const taken = await checkList<string>({
    title: `Update Matching Tasks: ${countText(open.length)} found`,
    placeholder: 'Tasks of which status?',
    sections: [
      { label: 'Status', lines: words.map((word) => statusLine(word, open)) },
      { label: 'Where', lines: notes.map((note) => ({ label: note, icon: 'info' })) },
    ],
  });
  return open.filter(({ status }) => taken.includes(status));
}

const namedTasks = 5;

function statusLine(word: string, open: readonly Task[]): CheckLine<string> {
  const members = open.filter(({ status }) => status === word);
  const names = [...new Set(members.map(({ name }) => name))];
  const more = names.length > namedTasks ? ', …' : '';
  return {
    label: word,
    description: countText(members.length),
    detail: names.slice(0, namedTasks).join(', ') + more,
    value: word,
    checked: members.some(({ state }) => state === 'waiting'),
  };
}
