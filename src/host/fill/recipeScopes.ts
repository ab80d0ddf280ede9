import type { Recipe } from '../../app/recipes/recipe.ts';
import type { Connection } from '../../domain/connection.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { Choice } from '../ui/listPick.ts';

/** The tasks that a recipe is for. */
export type RecipeScope = Pick<Recipe, 'engine' | 'workflow' | 'task'>;

/**
 * From the narrowest to the widest. A task directly under its workflow has no recurring name, so no
 * scope uses its name.
 */
export function recipeScopes(
  task: Task,
  connection: Connection | undefined,
): readonly Choice<RecipeScope>[] {
  const workflow = workflowTitle(task);
  const { name, definition } = task;
  const narrow: readonly Choice<RecipeScope>[] =
    task.ref.execution === undefined
      ? []
      : [
          { label: `${name} of ${workflow}`, icon: 'target', value: { workflow, task: name } },
          { label: `${name} of every workflow`, icon: 'symbol-event', value: { task: name } },
          ...(definition === undefined || definition === name
            ? []
            : [
                {
                  label: `Every task defined as ${definition}`,
                  icon: 'symbol-class',
                  value: { task: definition },
                },
              ]),
        ];
  return [
    ...narrow,
    { label: `Every task of ${workflow}`, icon: 'type-hierarchy', value: { workflow } },
    ...(connection === undefined
      ? []
      : [
          {
            label: `Every task of this engine`,
            icon: 'server',
            description: connection.engine,
            value: { engine: connection.engine },
          },
        ]),
    { label: 'Every task', icon: 'globe', value: {} },
  ];
}
