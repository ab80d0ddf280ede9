import { isEngineError } from '../../domain/engineError.ts';
import type { Page, PageRequest, Workflow } from '../../domain/execution.ts';
import type { HttpRequest } from '../../http/httpRequest.ts';
import { listVersions, listWorkflows, mostWorkflowFilters } from './endpoints.ts';
import type { Project } from './project.ts';
import type { PageRecord, VersionRecord } from './records.ts';
import { toWorkflow } from './toExecution.ts';

// Versions come with their whole definitions, a hundred tasks each at most: larger pages, or more
// of them, would keep a person waiting for what is a hint only.
const versionPage = 200;
const mostVersionRequests = 5;

/** One page of workflows with the names of their versions. */
export async function workflowPage(
  project: Project,
  page: PageRequest,
  signal: AbortSignal,
): Promise<Page<Workflow>> {
  const limit = Math.min(Math.max(1, page.size), mostWorkflowFilters);
  const { items, nextCursor } = await project.send(
    listWorkflows(project.name, { limit, cursor: page.cursor }),
    signal,
  );
  // No filter at all would list the versions of the whole project.
  const ids = items.map((workflow) => workflow.externalId);
  const found = ids.length === 0 ? nothing : await versionsOf(project, ids, signal);
  return {
    items: items.map((workflow) => toWorkflow(workflow, found.versions)),
    ...(nextCursor === undefined ? {} : { next: nextCursor }),
    ...(found.isWhole
      ? {}
      : { notice: 'Some versions are missing: they are too many or too large to list.' }),
  };
}

interface Found {
  readonly versions: readonly VersionRecord[];
  readonly isWhole: boolean;
}

const nothing: Found = { versions: [], isWhole: true };

async function versionsOf(
  project: Project,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Found> {
  const versions: VersionRecord[] = [];
  let cursor: string | undefined;
  for (let request = 0; request < mostVersionRequests; request++) {
    const list = listVersions(project.name, ids, { limit: versionPage, cursor });
    const answer = await tryList(project, list, signal);
    if (answer === undefined) break;
    versions.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === undefined) return { versions, isWhole: true };
  }
  return { versions, isWhole: false };
}

/** The workflows are worth showing without their versions, so a failure ends the search only. */
async function tryList(
  project: Project,
  list: HttpRequest<PageRecord<VersionRecord>>,
  signal: AbortSignal,
): Promise<PageRecord<VersionRecord> | undefined> {
  try {
    return await project.send(list, signal);
  } catch (error) {
    if (isEngineError(error)) return undefined;
    throw error;
  }
}
