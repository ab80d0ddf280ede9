import type { Workflow } from '../../../domain/execution.ts';
import type { VersionRecord, WorkflowRecord } from '../wire/records.ts';

/**
 * `versions` may also contain versions of other workflows. The newest version is the last created
 * one: version names have no order.
 */
export function toWorkflow(record: WorkflowRecord, versions: readonly VersionRecord[]): Workflow {
  const own = versions
    .filter((version) => version.workflowExternalId === record.externalId)
    .toSorted((a, b) => (b.createdTime ?? 0) - (a.createdTime ?? 0))
    .flatMap(({ version }) => (version === undefined ? [] : [version]));
  const updatedAt = record.lastUpdatedTime ?? record.createdTime;
  return {
    id: record.externalId,
    name: record.externalId,
    ...(own[0] === undefined ? {} : { version: own[0] }),
    versions: own,
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
