import type { Execution, Workflow } from '../../domain/execution.ts';
import type { ExecutionRecord, VersionRecord, WorkflowRecord } from './records.ts';
import { executionStatus } from './states.ts';

export function toExecution(record: ExecutionRecord): Execution {
  const { id, workflowExternalId, version, status, endTime, reasonForIncompletion } = record;
  // A start before the creation has been seen, and a queued execution has none yet.
  const startedAt = record.startTime ?? record.createdTime;
  return {
    id,
    workflow: workflowExternalId,
    ...(version === undefined ? {} : { version }),
    status,
    ...executionStatus(status, endTime !== undefined),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endTime === undefined ? {} : { endedAt: endTime }),
    ...(reasonForIncompletion === undefined ? {} : { reason: reasonForIncompletion }),
  };
}

/** `versions` may hold those of other workflows too. The newest was created last: names say nothing. */
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
