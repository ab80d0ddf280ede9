import type { ViewFilter } from '../../app/viewFilter.ts';
import type { Bulk } from '../bulk/bulkOnDemand.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { givenRow } from '../trees/given.ts';
import type { Handler } from '../ui/handler.ts';

type BulkCommandId = Extract<CommandId, `workflowTasks.${'tasks' | 'results'}.${string}`>;

/** What is done to many tasks, and with what became of them. */
export function bulkTable(
  bulk: Bulk,
  filter: () => ViewFilter,
  row: (argument: unknown) => ReturnType<typeof givenRow>,
): Record<BulkCommandId, Handler> {
  return {
    'workflowTasks.tasks.sendOutput': bulk.sendOutput,
    'workflowTasks.tasks.updateMatching': async (argument) =>
      bulk.updateMatching(await row(argument), filter()),
    'workflowTasks.results.show': bulk.showResults,
    'workflowTasks.results.retry': bulk.retryResults,
    'workflowTasks.results.checkAgain': bulk.checkResults,
    'workflowTasks.results.copyMarkdown': bulk.copyMarkdown,
    'workflowTasks.results.copyCsv': bulk.copyCsv,
  };
}
