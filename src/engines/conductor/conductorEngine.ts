import type { Connection } from '../../domain/connection.ts';
import type { Engine } from '../../domain/engine.ts';
import type { Task } from '../../domain/task.ts';
import type { TaskUpdate } from '../../domain/taskUpdate.ts';
import { requestPreview } from '../../http/requestPreview.ts';
import { conductorBaseUrl } from './connection/conductorBaseUrl.ts';
import { createCapabilities } from './connection/capabilities.ts';
import { createCatalogue } from './read/catalogue.ts';
import { connectConductor, type EngineServices, signInPlaceholder } from './connectConductor.ts';
import { keyIdOf } from './connection/keyIdOf.ts';
import { createExecutionList } from './read/executionList.ts';
import { createIndexProbe } from './read/indexProbe.ts';
import { createWaitingTasks } from './read/waitingTasks.ts';
import { expectedStatuses } from './update/expectedStatuses.ts';
import { outputHints } from './read/outputHints.ts';
import { routeOf } from './update/route.ts';
import { sendUpdate } from './update/sendUpdate.ts';
import { updateRequest } from './update/updateRequest.ts';
import { executionStatuses, openStatuses } from './toDomain/executionStatus.ts';
import { showsLog } from './read/showsLog.ts';
import { withExecution } from './update/withExecution.ts';
import { createReaders } from './read/readers.ts';
import { createDeadlines } from './read/deadlines.ts';
import { testConnection } from './connection/testConnection.ts';

/** Conductor, open source from 3.16 on, or Orkes. Throws EngineError for an invalid URL. */
export function createConductorEngine(connection: Connection, services: EngineServices): Engine {
  const send = connectConductor(connection, services);
  const signsIn = keyIdOf(connection) !== undefined;
  const capabilities = createCapabilities(send);
  const catalogue = createCatalogue(send);
  const probe = createIndexProbe(send);
  const source = { connection: connection.id, capabilities };
  const deadlines = createDeadlines(services.clock.now);
  const { readExecution, readTask } = createReaders({ ...source, send, deadlines });

  const requestFor = async (before: Task, update: TaskUpdate, signal: AbortSignal) => {
    const { hasSync } = await capabilities(signal);
    return updateRequest(routeOf(before, update, hasSync), before, update, services.clock.now());
  };

  return {
    executionStatuses,
    openStatuses,
    // The server applies an update before it answers, but its workflow lock may delay that a
    // little.
    visibleWithinMs: 2_000,
    // Two updates that arrive within 40 ms may both be applied, although the first ended the task.
    unsettledForMs: 300,

    test: (signal) => testConnection(send, capabilities, signal, signsIn),
    listWorkflows: (page, signal) => catalogue.page(page, signal),
    listExecutions: createExecutionList(send, catalogue, probe),
    listWaiting: createWaitingTasks({ ...source, send, catalogue, probe, readExecution }),
    readExecution,
    readTask,
    expects: expectedStatuses,

    showsRest: (ref, update, since, signal) => showsLog(send, ref, update, { since, signal }),

    outputHints: async (task, signal) =>
      await outputHints(send, await capabilities(signal), task, signal),

    preview: async (before, update, signal) =>
      requestPreview(
        conductorBaseUrl(connection.url),
        await requestFor(before, update, signal),
        signsIn ? signInPlaceholder : {},
      ),

    async send(before, update, signal, events) {
      const request = { ...(await requestFor(before, update, signal)), ...events };
      const answer = await sendUpdate(send, request, signal);
      const isOverdue = deadlines.isOverdue(before.ref.execution);
      return withExecution(send, before, update, { answer, isOverdue, signal });
    },
  };
}
