/** The second bundle: what most sessions never use. `host/onDemand.ts` loads it. */
export { createConnectionCommands } from './host/connections/connectionCommands.ts';
export { createTriage } from './host/triage/createTriage.ts';
export { createLinks } from './host/links/createLinks.ts';
