import type { WorkflowRecord } from '../wire/records.ts';
import { executionStatus } from './executionStatus.ts';

/**
 * When an open execution is over its time limit, in epoch milliseconds; undefined without a limit.
 * The server itself may enforce it minutes later, with the next update of a task at the latest.
 */
export function deadlineOf(record: WorkflowRecord): number | undefined {
  const { timeoutSeconds, timeoutPolicy } = record.workflowDefinition ?? {};
  const isOver = executionStatus(record.status, (record.endTime ?? 0) > 0).terminal;
  if (isOver || timeoutPolicy !== 'TIME_OUT_WF') return undefined;
  if (typeof timeoutSeconds !== 'number' || timeoutSeconds <= 0) return undefined;
  const startedAt = Math.max(record.startTime ?? 0, record.lastRetriedTime ?? 0);
  return startedAt === 0 ? undefined : startedAt + timeoutSeconds * 1_000;
}
