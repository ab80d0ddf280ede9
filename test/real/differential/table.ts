import { adminRows } from './adminRows.ts';
import { bodyRows } from './bodyRows.ts';
import { branchRows } from './branchRows.ts';
import { bulkRows } from './bulkRows.ts';
import { lifecycleRows } from './lifecycleRows.ts';
import { loopRows } from './loopRows.ts';
import { metadataRows } from './metadataRows.ts';
import { retryRows } from './retryRows.ts';
import type { Row } from './row.ts';
import { searchRows } from './searchRows.ts';
import { startRows } from './startRows.ts';
import { subWorkflowRows } from './subWorkflowRows.ts';
import { updateRows } from './updateRows.ts';
import { waitRows } from './waitRows.ts';
import { workerRows } from './workerRows.ts';

/** The whole table, in the order of sending: rows use values that earlier rows saved. */
export const table: readonly Row[] = [
  ...metadataRows,
  ...startRows,
  ...updateRows,
  ...bodyRows,
  ...retryRows,
  ...branchRows,
  ...loopRows,
  ...subWorkflowRows,
  ...waitRows,
  ...workerRows,
  ...lifecycleRows,
  ...bulkRows,
  ...searchRows,
  ...adminRows,
];
