import type { AppParts } from '../appParts.ts';
import type { ListPick } from '../ui/listPick.ts';
import {
  connectionChoices,
  loadRuns,
  loadTasks,
  loadWaiting,
  loadWorkflows,
} from './placeChoices.ts';
import type { Next, Place, Wanted } from './place.ts';
import { oneLine } from '../words/plainText.ts';

type PlaceList = Pick<ListPick<Next>, 'placeholder' | 'load'>;

/** What a picker shows at a place. */
export function listOfPlace(
  services: AppParts,
  wanted: Wanted,
  place: Exclude<Place, { kind: 'byId' }>,
): PlaceList {
  switch (place.kind) {
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
        load: (more) => loadWorkflows(services, wanted, place.connection, more),
      };
    case 'executions':
      return {
        placeholder: `Choose in ${oneLine(place.name, 60)}; type to filter`,
        load: (more) => loadRuns(services, wanted, place, more),
      };
    case 'tasks':
      return {
        placeholder: 'Choose a task; type to filter',
        load: () => loadTasks(services, wanted, place),
      };
    case 'waiting':
      return {
        placeholder: 'Choose a waiting task; type to filter',
        load: () => loadWaiting(services, wanted, place.connection),
      };
  }
}
