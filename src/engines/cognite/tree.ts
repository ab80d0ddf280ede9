import type { ExecutionNode } from '../../domain/execution.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { flatPlaces, type Place, placesOf } from './places.ts';
import type { DetailsRecord } from './records.ts';
import { isThrough, notStartedText } from './refusal.ts';
import { futureId, isFutureId, type Reading, toFutureTask, toTask } from './toTask.ts';

export interface DetailsReading extends Reading {
  readonly execution: DetailsRecord;
}

/** An execution's tasks as a tree: earlier attempts and children below their task. */
export function nodesOf(reading: DetailsReading): readonly ExecutionNode[] {
  const places = placesOf(reading.execution);
  return places.map((place) => nodeOf(reading, place, places));
}

/** All tasks of an execution, the newest attempt of each. */
export function currentTasks(reading: DetailsReading): readonly Task[] {
  const places = placesOf(reading.execution);
  return flatPlaces(places).map((place) =>
    currentTask(reading, place, siblingPlaces(places, place)),
  );
}

/**
 * One task of an execution, whichever attempt it is. A task that had not started when the ref was
 * made is found under its own id once it has. Undefined where the execution has no such task.
 */
export function findTask(reading: DetailsReading, ref: TaskRef): Task | undefined {
  const places = placesOf(reading.execution);
  for (const place of flatPlaces(places)) {
    if (isFutureId(ref.task)) {
      if (futureId(place) !== ref.task) continue;
      return currentTask(reading, place, siblingPlaces(places, place));
    }
    const record = place.attempts.find((attempt) => attempt.id === ref.task);
    if (record !== undefined) return toTask(reading, place, record);
  }
  return undefined;
}

function nodeOf(reading: DetailsReading, place: Place, siblings: readonly Place[]): ExecutionNode {
  return {
    kind: 'task',
    task: currentTask(reading, place, siblings),
    attempts: place.attempts.slice(0, -1).map((attempt) => toTask(reading, place, attempt)),
    children: place.children.map((child) => nodeOf(reading, child, place.children)),
  };
}

function currentTask(reading: DetailsReading, place: Place, siblings: readonly Place[]): Task {
  const newest = place.attempts.at(-1);
  if (newest !== undefined) return toTask(reading, place, newest);
  const definition = place.definition;
  if (definition === undefined) throw new Error('a place has attempts or a definition');
  const isDone = (id: string) => isThrough(siblings.find((other) => other.externalId === id));
  const why = notStartedText(definition, reading.execution, isDone);
  return toFutureTask(reading, place, definition, why);
}

function siblingPlaces(places: readonly Place[], place: Place): readonly Place[] {
  if (places.includes(place)) return places;
  return flatPlaces(places).find((parent) => parent.children.includes(place))?.children ?? [];
}
