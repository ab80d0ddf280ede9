import type { Workflow } from '../../../domain/execution.ts';
import type { AgentRecord } from '../wire/records.ts';
import { timeOf } from './timeOf.ts';
import type { AgentKind } from './toTask.ts';

/** A workflow is an agent of the type orchestration (AgentType in the vendor's SDK). */
export function agentKind(record: AgentRecord): AgentKind {
  return record.type === 'orchestration' ? 'workflow' : 'agent';
}

export function toWorkflow(record: AgentRecord): Workflow {
  const updatedAt = timeOf(record.created_at);
  return {
    id: record.id,
    name: record.name.trim() === '' ? record.id : record.name,
    versions: [],
    kind: agentKind(record),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
