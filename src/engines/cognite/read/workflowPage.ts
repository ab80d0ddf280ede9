import { isEngineError } from '../../../domain/engineError.ts';
import type { Page, PageRequest, Workflow } from '../../../domain/execution.ts';
import { type OddRecord, withOdd } from '../../../domain/oddRecord.ts';
import type { HttpRequest } from '../../../http/httpRequest.ts';
import { listVersions, listWorkflows, maxWorkflowFilters } from '../wire/endpoints.ts';
import type { Project } from '../connection/project.ts';
import type { PageRecord, VersionRecord } from '../wire/records.ts';
import { toWorkflow } from '../toDomain/toWorkflow.ts';

// Each version comes with its whole definition, up to a hundred tasks. More of them would take too
// long for a mere hint.
const versionPage = 200;
const maxVersionRequests = 5;

/** One page of workflows with the names of their versions. */
export async function workflowPage(
  project: Project,
  page: PageRequest,
  signal: AbortSignal,
): Promise<Page<Workflow>> {
  const limit = Math.min(Math.max(1, page.size), maxWorkflowFilters);
  const { items, odd, nextCursor } = await project.send(
    listWorkflows(project.name, { limit, cursor: page.cursor }),
    signal,
  );
  // Without a filter the API would list the versions of the whole project.
  const ids = items.map((workflow) => workflow.externalId);
  const found = ids.length === 0 ? nothing : await versionsOf(project, ids, signal);
  return {
    items: items.map((workflow) => toWorkflow(workflow, found.versions)),
    ...withOdd([...odd, ...found.odd]),
    ...(nextCursor === undefined ? {} : { next: nextCursor }),
    ...(found.isWhole
      ? {}
      : { notice: 'Some versions are missing: they are too many or too large to list.' }),
  };
}

interface Found {
  readonly versions: readonly VersionRecord[];
  readonly odd: readonly OddRecord[];
  readonly isWhole: boolean;
}

const nothing: Found = { versions: [], odd: [], isWhole: true };

async function versionsOf(
  project: Project,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Found> {
  const versions: VersionRecord[] = [];
  const odd: OddRecord[] = [];
  let cursor: string | undefined;
  for (let request = 0; request < maxVersionRequests; request++) {
    const list = listVersions(project.name, ids, { limit: versionPage, cursor });
    const answer = await tryList(project, list, signal);
    if (answer === undefined) break;
    versions.push(...answer.items);
    odd.push(...answer.odd);
    cursor = answer.nextCursor;
    if (cursor === undefined) return { versions, odd, isWhole: true };
  }
  return { versions, odd, isWhole: false };
}

/** Workflows are shown even without their versions, so a failure only ends this search. */
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
