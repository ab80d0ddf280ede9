import type { Workflow } from '../../../domain/execution.ts';
import { groupBy } from './groupBy.ts';
import type { VersionRecord } from '../wire/records.ts';

/** One workflow for each name, with all its versions, sorted by name. */
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
