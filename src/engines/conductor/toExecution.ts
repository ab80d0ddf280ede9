import type { Execution, Workflow } from '../../domain/execution.ts';
import { groupBy } from './groupBy.ts';
import type { SummaryRecord, VersionRecord, WorkflowRecord } from './records.ts';
import { executionStatus } from './states.ts';

/** An execution from GET /workflow/{id}, whose times are epoch milliseconds. */
export function fromWorkflow(record: WorkflowRecord): Execution {
  return build(record, {
    // Older servers call the name workflowType.
    workflow: record.workflowName ?? record.workflowType ?? '',
    version: record.workflowVersion,
    startedAt: record.startTime ?? record.createTime ?? 0,
    endedAt: record.endTime ?? 0,
  });
}

/** An execution from the index, whose times are ISO texts. It may lag behind. */
export function fromSummary(record: SummaryRecord): Execution {
  return build(record, {
    workflow: record.workflowType,
    version: record.version,
    startedAt: epoch(record.startTime),
    endedAt: epoch(record.endTime),
  });
}

/** All versions of all workflows, as one workflow for each name, by name. */
export function toWorkflows(records: readonly VersionRecord[]): readonly Workflow[] {
  const byName = groupBy(records, (record) => record.name);
  return [...byName]
    .map(([name, versions]) => toWorkflow(name, versions))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function toWorkflow(name: string, records: readonly VersionRecord[]): Workflow {
  const versions = records.map((record) => record.version).sort((a, b) => b - a);
  const changed = Math.max(...records.map((r) => Math.max(r.createTime ?? 0, r.updateTime ?? 0)));
  return {
    id: name,
    name,
    version: String(versions[0]),
    versions: versions.map(String),
    ...(changed > 0 ? { updatedAt: changed } : {}),
  };
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

/** An unset time prints as 1970 in some summaries. */
function epoch(given: string | number | undefined): number {
  const time = typeof given === 'string' ? Date.parse(given) : (given ?? 0);
  return Number.isNaN(time) ? 0 : time;
}
