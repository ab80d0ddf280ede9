/** The second bundle: what most sessions never use. `host/onDemand.ts` loads it. */
export { createBulk } from './host/bulk/createBulk.ts';
export { createConnectionCommands } from './host/connections/connectionCommands.ts';
export { openConflict } from './host/conflict/openConflict.ts';
export { reviewUpdate } from './host/review/reviewUpdate.ts';
