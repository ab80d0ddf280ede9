import { adminRows } from './requests/adminRows.ts';
import { bodyRows } from './requests/bodyRows.ts';
import { branchRows } from './executions/branchRows.ts';
import { bulkRows } from './executions/bulkRows.ts';
import { lifecycleRows } from './executions/lifecycleRows.ts';
import { loopRows } from './executions/loopRows.ts';
import { metadataRows } from './requests/metadataRows.ts';
import { retryRows } from './executions/retryRows.ts';
import { executeRows } from './executions/executeRows.ts';
import { signalRows } from './executions/signalRows.ts';
import { startOddRows } from './requests/startOddRows.ts';
import { againRows } from './executions/againRows.ts';
import { bulkOddRows } from './executions/bulkOddRows.ts';
import { dataRows } from './executions/dataRows.ts';
import { definitionRows } from './requests/definitionRows.ts';
import { domainRows } from './requests/domainRows.ts';
import { failureRows } from './executions/failureRows.ts';
import { flagRows } from './requests/flagRows.ts';
import { logRows } from './requests/logRows.ts';
import { pathRows } from './requests/pathRows.ts';
import { skipRows } from './executions/skipRows.ts';
import { stateRows } from './executions/stateRows.ts';
import { textSearchRows } from './requests/textSearchRows.ts';
import { updateOddRows } from './requests/updateOddRows.ts';
import type { Row } from './row.ts';
import { searchRows } from './requests/searchRows.ts';
import { startRows } from './requests/startRows.ts';
import { subWorkflowRows } from './executions/subWorkflowRows.ts';
import { updateRows } from './requests/updateRows.ts';
import { waitRows } from './executions/waitRows.ts';
import { workerRows } from './requests/workerRows.ts';

/**
 * The whole table, in families. Rows use values that earlier rows of their family saved, so a
 * family is sent in its order; it needs no other family.
 */
export const table: Readonly<Record<string, readonly Row[]>> = {
  metadata: metadataRows,
  start: startRows,
  update: updateRows,
  body: bodyRows,
  retry: retryRows,
  branch: branchRows,
  loop: loopRows,
  subWorkflow: subWorkflowRows,
  wait: waitRows,
  worker: workerRows,
  lifecycle: lifecycleRows,
  bulk: bulkRows,
  search: searchRows,
  admin: adminRows,
  execute: executeRows,
  signal: signalRows,
  startOdd: startOddRows,
  again: againRows,
  bulkOdd: bulkOddRows,
  data: dataRows,
  definition: definitionRows,
  domain: domainRows,
  failure: failureRows,
  flag: flagRows,
  log: logRows,
  path: pathRows,
  skip: skipRows,
  state: stateRows,
  textSearch: textSearchRows,
  updateOdd: updateOddRows,
};
