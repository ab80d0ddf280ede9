import type { Engine } from '../../domain/engine.ts';
import { isEngineError } from '../../domain/engineError.ts';
import { withOdd } from '../../domain/oddRecord.ts';
import { requestPreview } from '../../http/requestPreview.ts';
import { executionPage } from './read/executionPage.ts';
import { expectedStatuses } from './update/expectedStatuses.ts';
import { outputHints } from './read/outputHints.ts';
import type { Project } from './connection/project.ts';
import { readDetails } from './read/readDetails.ts';
import { sendUpdate, updateRequest } from './update/sendUpdate.ts';
import { executionStatuses } from './toDomain/executionStatus.ts';
import { testProject } from './connection/testProject.ts';
import { toExecution } from './toDomain/toExecution.ts';
import { findTask, executionNodes } from './toDomain/executionNodes.ts';
import { waitingTasks } from './read/waitingTasks.ts';
import { workflowPage } from './read/workflowPage.ts';

// Reads have lagged up to five seconds behind the answer to an update.
const visibleWithinMs = 15_000;

/** The header that signs in, with the variable in which the CDF toolkit looks for a token. */
const signInPlaceholder = { authorization: 'Bearer $CDF_TOKEN' };

/** The data workflows of one CDF project. */
export function createCogniteEngine(project: Project): Engine {
  return {
    visibleWithinMs,
    executionStatuses,
    test: (signal) => testProject(project, signal),
    listWorkflows: (page, signal) => workflowPage(project, page, signal),
    listExecutions: (filter, page, signal) => executionPage(project, filter, page, signal),
    listWaiting: (requests, signal) => waitingTasks(project, requests, signal),
    expects: expectedStatuses,
    preview: async (before, update) =>
      requestPreview(project.baseUrl, updateRequest(project, before, update), signInPlaceholder),
    outputHints: (task, signal) => outputHints(project, task, signal),
    send: async (before, update, signal, events) =>
      await sendUpdate(project, { ...updateRequest(project, before, update), ...events }, signal),
    async readExecution(id, signal) {
      const reading = await readDetails(project, id, signal);
      return {
        execution: toExecution(reading.execution),
        nodes: executionNodes(reading),
        ...withOdd(reading.execution.odd ?? []),
      };
    },
    async readTask(ref, signal) {
      // No endpoint reads a single task: it is found through its execution only.
      if (ref.execution === undefined) return undefined;
      try {
        return findTask(await readDetails(project, ref.execution, signal), ref);
      } catch (error) {
        if (isEngineError(error, 'notFound')) return undefined;
        throw error;
      }
    },
  };
}
