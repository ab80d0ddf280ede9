import { isEngineError } from '../../../domain/engineError.ts';
import type { Page, PageRequest, Workflow } from '../../../domain/execution.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { oddIn, type ReadRecord, recordsIn } from '../../readRecords.ts';
import { getDefinitions, getNamesAndVersions } from '../wire/endpoints.ts';
import type { VersionRecord } from '../wire/records.ts';
import { toWorkflows } from '../toDomain/toWorkflows.ts';

/** Lists the workflow definitions on the server. */
export interface Catalogue {
  versions(signal: AbortSignal): Promise<readonly ReadRecord<VersionRecord>[]>;
  page(page: PageRequest, signal: AbortSignal): Promise<Page<Workflow>>;
}

export function createCatalogue(send: Send): Catalogue {
  const versions = async (signal: AbortSignal): Promise<readonly ReadRecord<VersionRecord>[]> => {
    try {
      return await send(getNamesAndVersions(), signal);
    } catch (error) {
      // An old server takes "names-and-versions" for the name of a workflow.
      if (!isEngineError(error, 'notFound') && !isEngineError(error, 'unsupported')) throw error;
      return await send(getDefinitions(), signal);
    }
  };
  return {
    versions,
    // The server has no paging here: it sends all definitions, and we cut pages from them.
    async page(page, signal) {
      const read = await versions(signal);
      const all = toWorkflows(recordsIn(read));
      const { skip } = readCursor(page.cursor);
      const end = skip + page.size;
      return {
        items: all.slice(skip, end),
        total: all.length,
        ...(skip === 0 ? withOdd(oddIn(read)) : {}),
        ...(end < all.length ? { next: writeCursor({ skip: end }) } : {}),
      };
    },
  };
}
