import type { Execution } from '../../../domain/execution.ts';
import type { SummaryRecord, WorkflowRecord } from '../wire/records.ts';
import { executionStatus } from './executionStatus.ts';

/** An execution from GET /workflow/{id}, whose times are epoch milliseconds. */
export function toExecution(record: WorkflowRecord): Execution {
  return build(record, {
    // Older servers call the name workflowType.
    workflow: record.workflowName ?? record.workflowType ?? '',
    version: record.workflowVersion,
    startedAt: record.startTime ?? record.createTime ?? 0,
    endedAt: record.endTime ?? 0,
  });
}

/** An execution from the search index, whose times are ISO texts. The index may lag behind. */
export function summaryToExecution(record: SummaryRecord): Execution {
  return build(record, {
    workflow: record.workflowType,
    version: record.version,
    startedAt: epoch(record.startTime),
    endedAt: epoch(record.endTime),
  });
}

interface Parts {
  readonly workflow: string;
  readonly version: number | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
}

function build(record: WorkflowRecord | SummaryRecord, parts: Parts): Execution {
  const { reasonForIncompletion: reason, correlationId } = record;
  return {
    id: record.workflowId,
    workflow: parts.workflow,
    status: record.status,
    ...executionStatus(record.status, parts.endedAt > 0),
    ...(parts.version === undefined ? {} : { version: String(parts.version) }),
    ...(parts.startedAt > 0 ? { startedAt: parts.startedAt } : {}),
    ...(parts.endedAt > 0 ? { endedAt: parts.endedAt } : {}),
    ...(reason === undefined || reason === '' ? {} : { reason }),
    ...(correlationId === undefined || correlationId === '' ? {} : { correlationId }),
  };
}

/** Some summaries print an unset time as 1970. */
function epoch(given: string | number | undefined): number {
  const time = typeof given === 'string' ? Date.parse(given) : (given ?? 0);
  return Number.isNaN(time) ? 0 : time;
}
