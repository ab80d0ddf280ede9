/** The second bundle: what most sessions never use. `host/onDemand.ts` loads it. */
export { createFillCommands } from './host/fill/createFillCommands.ts';
export { createBulk } from './host/bulk/createBulk.ts';
export { createJournalCommands } from './host/journal/journalCommands.ts';
export { createTextUpdates } from './host/taskList/createTextUpdates.ts';
export { snippetsOf } from './engines/snippetsOf.ts';
export { createConnectionCommands } from './host/connections/connectionCommands.ts';
export { openConflict } from './host/conflict/openConflict.ts';
export { reviewUpdate } from './host/review/reviewUpdate.ts';
export { createTriage } from './host/triage/createTriage.ts';
export { createLinks } from './host/links/createLinks.ts';
export { createOutputLanguage } from './host/outputLanguage/outputLanguage.ts';
