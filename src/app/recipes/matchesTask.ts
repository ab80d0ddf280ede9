import type { Connection } from '../../domain/connection.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { Recipe } from './recipe.ts';

/** Is the recipe for this task? */
export function matchesTask(
  recipe: Pick<Recipe, 'engine' | 'workflow' | 'task'>,
  task: Task,
  connection: Connection | undefined,
): boolean {
  if (recipe.engine !== undefined && recipe.engine !== connection?.engine) return false;
  return (
    matchesAny(recipe.workflow, [task.ref.workflow, workflowTitle(task)]) &&
    matchesAny(recipe.task, [task.name, task.definition])
  );
}

function matchesAny(pattern: string | undefined, names: readonly (string | undefined)[]): boolean {
  return pattern === undefined || names.some((name) => name !== undefined && fits(pattern, name));
}

/** `*` stands for any characters. No regular expression is used, so no pattern can make it slow. */
export function fits(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - at >= last.length && name.endsWith(last);
}
