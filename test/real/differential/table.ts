import { adminRows } from './requests/adminRows.ts';
import { bodyRows } from './requests/bodyRows.ts';
import { branchRows } from './executions/branchRows.ts';
import { bulkRows } from './executions/bulkRows.ts';
import { lifecycleRows } from './executions/lifecycleRows.ts';
import { loopRows } from './executions/loopRows.ts';
import { metadataRows } from './requests/metadataRows.ts';
import { retryRows } from './executions/retryRows.ts';
import { textSearchRows } from './requests/textSearchRows.ts';
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
  textSearch: textSearchRows,
};
