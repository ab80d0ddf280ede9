import type { UpdateContext } from '../send/updateContext.ts';
import type { ResultDocuments } from './resultDocuments.ts';

/** What the parts of updating many tasks share. */
export interface BulkContext extends UpdateContext {
  readonly documents: ResultDocuments;
}
