import type { Page, PageRequest, Workflow } from '../../domain/execution.ts';
import { largestPage, listVersions, listWorkflows, mostWorkflowFilters } from './endpoints.ts';
import type { Project } from './project.ts';
import type { VersionRecord } from './records.ts';
import { toWorkflow } from './toExecution.ts';

// Versions come with their whole definitions: more than this many requests for them would keep a
// person waiting for what is a hint only.
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
    ...(found.isWhole ? {} : { notice: 'Some versions are missing: there are too many to list.' }),
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
    const page = { limit: largestPage, cursor };
    const answer = await project.send(listVersions(project.name, ids, page), signal);
    versions.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === undefined) return { versions, isWhole: true };
  }
  return { versions, isWhole: false };
}
