import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import type { Picked } from '../ui/listPick.ts';
import { locationList } from './locationList.ts';
import { firstLocation, toExecution } from './pickLocation.ts';
import type { Next, PickLocation, PickGoal } from './pickLocation.ts';

/**
 * Picks a task step by step: connection, workflow, execution, task; each step can go back.
 * Undefined when the person left. Nothing is changed.
 */
export async function pickTask(
  services: AppParts,
  title: string,
  whyUnavailable: (task: Task) => string | undefined,
): Promise<Task | undefined> {
  const end = await pick(services, title, { kind: 'task', whyUnavailable });
  return end?.kind === 'task' ? end.task : undefined;
}

/** Picks an execution in the same steps. */
export async function pickExecution(
  services: AppParts,
): Promise<{ readonly connection: string; readonly execution: string } | undefined> {
  const end = await pick(services, 'Choose an Execution', { kind: 'execution' });
  if (end?.kind !== 'execution') return undefined;
  return { connection: end.connection, execution: end.execution };
}

async function pick(
  services: AppParts,
  title: string,
  goal: PickGoal,
): Promise<Exclude<Next, { kind: 'location' }> | undefined> {
  const locations: PickLocation[] = [firstLocation(services.connections.list())];
  for (;;) {
    const location = locations.at(-1);
    if (location === undefined) return undefined;
    const picked = await askAt(services, { title, goal }, location, locations.length > 1);
    if (picked.kind === 'cancelled') return undefined;
    if (picked.kind === 'back') {
      locations.pop();
      continue;
    }
    const next = picked.value;
    if (next.kind !== 'location') {
      if (next.kind === 'command') await vscode.commands.executeCommand(next.command);
      return next;
    }
    locations.push(next.location);
  }
}

function askAt(
  services: AppParts,
  options: { readonly title: string; readonly goal: PickGoal },
  location: PickLocation,
  canGoBack: boolean,
): Promise<Picked<Next>> {
  const { title, goal } = options;
  if (location.kind === 'byId') return askId(options, location.connection, canGoBack);
  return listPick({ ...locationList(services, goal, location), title, canGoBack });
}

async function askId(
  { title, goal }: { readonly title: string; readonly goal: PickGoal },
  connection: string,
  canGoBack: boolean,
): Promise<Picked<Next>> {
  const { kind, typed } = await inputPrompt({
    title,
    prompt: 'The ID of an execution',
    value: '',
    canGoBack,
    check: (text) =>
      text.trim() === '' ? { message: 'Type or paste an ID.', severity: 'error' } : undefined,
  });
  if (kind === 'back') return { kind: 'back' };
  if (kind !== 'accepted') return { kind: 'cancelled' };
  return { kind: 'picked', value: toExecution(goal, connection, typed.trim()) };
}
