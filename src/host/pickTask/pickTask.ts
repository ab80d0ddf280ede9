import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import { inputPrompt } from '../ui/inputPrompt.ts';
import { listPick } from '../ui/listPick.ts';
import type { Picked } from '../ui/listPick.ts';
import { listOfPlace } from './placeList.ts';
import { firstPlace, toExecution } from './place.ts';
import type { Next, Place, Wanted } from './place.ts';

/**
 * From nothing to a task: connection, workflow, execution, task, with a way back at each step.
 * Undefined when the person left; nothing has happened then.
 */
export async function pickTask(
  services: AppParts,
  title: string,
  refusalOf: (task: Task) => string | undefined,
): Promise<Task | undefined> {
  const end = await pick(services, title, { kind: 'task', refusalOf });
  return end?.kind === 'task' ? end.task : undefined;
}

/** The same way, as far as an execution. */
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
  wanted: Wanted,
): Promise<Exclude<Next, { kind: 'place' }> | undefined> {
  const places: Place[] = [firstPlace(services.connections.list())];
  for (;;) {
    const place = places.at(-1);
    if (place === undefined) return undefined;
    const picked = await askPlace(services, { title, wanted }, place, places.length > 1);
    if (picked.kind === 'cancelled') return undefined;
    if (picked.kind === 'back') {
      places.pop();
      continue;
    }
    const next = picked.value;
    if (next.kind !== 'place') {
      if (next.kind === 'command') await vscode.commands.executeCommand(next.command);
      return next;
    }
    places.push(next.place);
  }
}

function askPlace(
  services: AppParts,
  options: { readonly title: string; readonly wanted: Wanted },
  place: Place,
  canGoBack: boolean,
): Promise<Picked<Next>> {
  const { title, wanted } = options;
  if (place.kind === 'byId') return askId(options, place.connection, canGoBack);
  return listPick({ ...listOfPlace(services, wanted, place), title, canGoBack });
}

async function askId(
  { title, wanted }: { readonly title: string; readonly wanted: Wanted },
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
  return { kind: 'picked', value: toExecution(wanted, connection, typed.trim()) };
}
