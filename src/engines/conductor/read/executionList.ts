import type { Engine } from '../../../domain/engine.ts';
import type { Execution, ExecutionFilter, Page, PageRequest } from '../../../domain/execution.ts';
import { withOdd } from '../../../domain/oddRecord.ts';
import type { Send } from '../../../http/httpRequest.ts';
import { oddIn, recordsIn } from '../../readRecords.ts';
import type { Catalogue } from './catalogue.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { IndexProbe } from './indexProbe.ts';
import { searchExecutions } from './searchExecutions.ts';
import { runningExecutions } from './runningExecutions.ts';

// Marks cursors of the list without index, so that its next pages come from the same source.
const runningMark = 'running ';

/**
 * Lists executions from the search index. A server without an index finds nothing, whatever the
 * search; in that case the running executions are read from its store, with a notice that others
 * are missing.
 */
export function createExecutionList(
  send: Send,
  catalogue: Catalogue,
  probe: IndexProbe,
): NonNullable<Engine['listExecutions']> {
  const running = async (
    filter: ExecutionFilter,
    page: PageRequest,
    signal: AbortSignal,
  ): Promise<Page<Execution>> => {
    const versions = await catalogue.versions(signal);
    const found = await runningExecutions(send, filter, recordsIn(versions), signal);
    const odd = page.cursor === undefined ? [...oddIn(versions), ...found.odd] : [];
    const isNothing = found.items.length === 0 && odd.length === 0 && !found.isCut;
    if (isNothing && page.cursor === undefined) return { items: [] };
    const { skip } = readCursor(page.cursor?.slice(runningMark.length));
    const end = skip + page.size;
    const all = found.isCut ? 'some of the running executions' : 'running executions only';
    return {
      items: found.items.slice(skip, end),
      ...withOdd(odd),
      notice: `This server has no search index: it shows ${all}.`,
      ...(end < found.items.length ? { next: runningMark + writeCursor({ skip: end }) } : {}),
    };
  };

  return async (filter, page, signal) => {
    if (page.cursor?.startsWith(runningMark) === true) return await running(filter, page, signal);
    const found = await searchExecutions(send, filter, page, signal);
    if (found.items.length > 0 || found.odd !== undefined) probe.sawHits();
    if (page.cursor !== undefined || found.next !== undefined) return found;
    return (await probe.isIndexed(signal)) ? found : await running(filter, page, signal);
  };
}
