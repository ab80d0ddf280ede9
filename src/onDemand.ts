/** The second bundle: what most sessions never use. `host/onDemand.ts` loads it. */
export { createBulk } from './host/bulk/createBulk.ts';
export { snippetsOf } from './engines/snippetsOf.ts';
export { createConnectionCommands } from './host/connections/connectionCommands.ts';
