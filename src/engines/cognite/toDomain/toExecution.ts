import type { Execution } from '../../../domain/execution.ts';
import type { ExecutionRecord } from '../wire/records.ts';
import { executionStatus } from './executionStatus.ts';

export function toExecution(record: ExecutionRecord): Execution {
  const { id, workflowExternalId, version, status, endTime, reasonForIncompletion } = record;
  // A queued execution has no start time yet. A start before the creation time has been seen.
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
