import type { FillCommands } from '../fill/createFillCommands.ts';
import type { FillGiven } from '../fill/fillContext.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { WorkflowNode } from '../trees/workflowNodes.ts';
import { taskOf } from '../trees/given.ts';
import type { Handler } from '../ui/handler.ts';

type FillId = Extract<CommandId, `workflowTasks.${'fill' | 'recipe'}.${string}`>;

/** The part of the command table with the ways to fill an output; `row` finds a given row. */
export function fillTable(
  fill: FillCommands,
  row: (argument: unknown) => Promise<WorkflowNode | undefined>,
): Record<FillId, Handler> {
  const onFill =
    (run: (given: FillGiven) => Promise<void>): Handler =>
    async (argument) =>
      run({ task: taskOf(await row(argument)), argument });

  return {
    'workflowTasks.fill.selection': onFill(fill.selection),
    'workflowTasks.fill.clipboard': onFill(fill.clipboard),
    'workflowTasks.fill.file': onFill(fill.file),
    'workflowTasks.fill.useFile': onFill(fill.useFile),
    'workflowTasks.fill.earlier': onFill(fill.earlier),
    'workflowTasks.fill.engine': onFill(fill.engine),
    'workflowTasks.recipe.use': onFill(fill.useRecipe),
    'workflowTasks.recipe.save': onFill(fill.saveRecipe),
    'workflowTasks.recipe.edit': fill.editRecipes,
  };
}
