import { isEngineError } from '../../../domain/engineError.ts';
import type { Page, PageRequest, Workflow } from '../../../domain/execution.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { getDefinitions, getNamesAndVersions } from '../wire/endpoints.ts';
import type { VersionRecord } from '../wire/records.ts';
import { toWorkflows } from '../toDomain/toWorkflows.ts';

/** Lists the workflow definitions on the server. */
export interface Catalogue {
  versions(signal: AbortSignal): Promise<readonly VersionRecord[]>;
  page(page: PageRequest, signal: AbortSignal): Promise<Page<Workflow>>;
}

export function createCatalogue(send: Send): Catalogue {
  const versions = async (signal: AbortSignal): Promise<readonly VersionRecord[]> => {
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
      const all = toWorkflows(await versions(signal));
      const { skip } = readCursor(page.cursor);
      const end = skip + page.size;
      return {
        items: all.slice(skip, end),
        total: all.length,
        ...(end < all.length ? { next: writeCursor({ skip: end }) } : {}),
      };
    },
  };
}
