import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import type { Services } from '../services.ts';
import { inputPrompt } from './inputPrompt.ts';
import { listPick } from './listPick.ts';
import type { ListPick, Picked } from './listPick.ts';
import { firstPlace, listOfPlace } from './pickPlaces.ts';
import type { Next, Place } from './pickPlaces.ts';

export interface PickTask {
  readonly title: string;
  /** Why a task cannot be picked for this; undefined when it can. */
  refusalOf(task: Task): string | undefined;
}

/**
 * From nothing to a task: connection, workflow, execution, task, with a way back at each step.
 * Undefined when the person left; nothing has happened then.
 */
export async function pickTask(services: Services, options: PickTask): Promise<Task | undefined> {
  const places: Place[] = [firstPlace(services.connections.list())];
  for (;;) {
    const place = places.at(-1);
    if (place === undefined) return undefined;
    const picked = await askPlace(services, options, place, places.length > 1);
    if (picked.kind === 'cancelled') return undefined;
    if (picked.kind === 'back') {
      places.pop();
      continue;
    }
    const next = picked.value;
    switch (next.kind) {
      case 'task':
        return next.task;
      case 'place':
        places.push(next.place);
        break;
      case 'command':
        await vscode.commands.executeCommand(next.command);
        return undefined;
    }
  }
}

function askPlace(
  services: Services,
  options: PickTask,
  place: Place,
  canGoBack: boolean,
): Promise<Picked<Next>> {
  if (place.kind === 'byId') return askId(place.connection, options.title, canGoBack);
  const list: Omit<ListPick<Next>, 'title' | 'canGoBack'> = listOfPlace(services, options, place);
  return listPick({ ...list, title: options.title, canGoBack });
}

async function askId(connection: string, title: string, canGoBack: boolean): Promise<Picked<Next>> {
  const { kind, typed } = await inputPrompt({
    title,
    prompt: 'The ID of an execution',
    value: '',
    canGoBack,
    check: (text) =>
      text.trim() === '' ? { message: 'Paste an execution ID', severity: 'info' } : undefined,
  });
  if (kind === 'back') return { kind: 'back' };
  if (kind !== 'accepted' || typed.trim() === '') return { kind: 'cancelled' };
  const place: Place = { kind: 'tasks', connection, execution: typed.trim() };
  return { kind: 'picked', value: { kind: 'place', place } };
}
