import type { Send } from '../../../http/httpRequest.ts';
import { searchWorkflows } from '../wire/endpoints.ts';

/** Tells a server without a search index from one that found nothing. */
export interface IndexProbe {
  /** Reports that a search found something. */
  sawHits(): void;
  /** Asks the server, unless some search found something before. */
  isIndexed(signal: AbortSignal): Promise<boolean>;
}

export function createIndexProbe(send: Send): IndexProbe {
  let isKnown = false;
  return {
    sawHits: () => {
      isKnown = true;
    },
    isIndexed: async (signal) => {
      if (isKnown) return true;
      const all = searchWorkflows({ start: 0, size: 1, query: '', freeText: '*' });
      isKnown = (await send(all, signal)).results.length > 0;
      return isKnown;
    },
  };
}
