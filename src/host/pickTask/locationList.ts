import type { AppParts } from '../appParts.ts';
import type { ListPick } from '../ui/listPick.ts';
import { connectionChoices } from './connectionChoices.ts';
import { loadExecutions } from './loadExecutions.ts';
import { loadTasks, loadWaiting } from './loadTasks.ts';
import { loadWorkflows } from './loadWorkflows.ts';
import type { Next, PickLocation, PickGoal } from './pickLocation.ts';
import { oneLine } from '../words/plainText.ts';

type LocationList = Pick<ListPick<Next>, 'placeholder' | 'load'>;

/** The picker's list at a location. */
export function locationList(
  services: AppParts,
  goal: PickGoal,
  location: Exclude<PickLocation, { kind: 'byId' }>,
): LocationList {
  switch (location.kind) {
    case 'connections':
      return {
        placeholder: 'Choose a connection',
        load: async () => ({
          choices: connectionChoices(services.connections.list()),
        }),
      };
    case 'workflows':
      return {
        placeholder: 'Choose a workflow; type to filter',
        load: (more) => loadWorkflows(services, goal, location.connection, more),
      };
    case 'executions':
      return {
        placeholder: `Choose in ${oneLine(location.name, 60)}; type to filter`,
        load: (more) => loadExecutions(services, goal, location, more),
      };
    case 'tasks':
      return {
        placeholder: 'Choose a task; type to filter',
        load: () => loadTasks(services, goal, location),
      };
    case 'waiting':
      return {
        placeholder: 'Choose a waiting task; type to filter',
        load: () => loadWaiting(services, goal, location.connection),
      };
  }
}
