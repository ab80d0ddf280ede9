import { isJsonObject, type Json, type JsonObject } from '../../../domain/json.ts';
import type { InspectionRecord } from '../wire/records.ts';

const acl = 'workflowOrchestrationAcl';

/** The missing capability without which nothing can be listed; undefined where the token has it. */
export function missingRead(inspection: InspectionRecord, project: string): string | undefined {
  return actionsIn(inspection, project).has('READ') ? undefined : `${acl}:READ`;
}

/** The limits of the token's rights in a project, one sentence each. */
export function capabilityNotes(inspection: InspectionRecord, project: string): readonly string[] {
  const mayWrite = actionsIn(inspection, project).has('WRITE');
  const isLimited = granted(inspection, project).every((capability) => !isForAll(capability));
  return [
    ...(mayWrite ? [] : [`The token lacks ${acl}:WRITE: tasks can be read, not updated.`]),
    ...(isLimited ? [`The token's ${acl} is limited to some data sets.`] : []),
  ];
}

function actionsIn(inspection: InspectionRecord, project: string): ReadonlySet<Json> {
  return new Set(
    granted(inspection, project).flatMap((capability) => {
      const actions = capability['actions'];
      return Array.isArray(actions) ? (actions as Json[]) : [];
    }),
  );
}

function granted(inspection: InspectionRecord, project: string): readonly JsonObject[] {
  return inspection.capabilities.flatMap((entry) => {
    const capability = entry[acl];
    return isJsonObject(capability) && isForProject(entry, project) ? [capability] : [];
  });
}

/**
 * projectScope is {allProjects: {}} or {projects: [names]}; without it the capability holds in all
 * projects.
 */
function isForProject(entry: JsonObject, project: string): boolean {
  const scope = entry['projectScope'];
  if (!isJsonObject(scope) || 'allProjects' in scope) return true;
  return Array.isArray(scope['projects']) && scope['projects'].includes(project);
}

function isForAll(capability: JsonObject): boolean {
  const scope = capability['scope'];
  return isJsonObject(scope) && 'all' in scope;
}
