import type { ConnectionTest } from '../../../domain/engine.ts';
import { EngineError, isEngineError } from '../../../domain/engineError.ts';
import { capabilityNotes, missingRead } from './capabilityNotes.ts';
import { inspectToken, listWorkflows } from '../wire/endpoints.ts';
import type { Project } from './project.ts';
import type { InspectionRecord } from '../wire/records.ts';

/**
 * Checks that the project is reachable and what the token may do there. Two requests, both reads.
 */
export async function testProject(project: Project, signal: AbortSignal): Promise<ConnectionTest> {
  const inspection = await inspect(project, signal);
  if (inspection !== undefined) demandAccess(project, inspection);
  const list = listWorkflows(project.name, { limit: 1, cursor: undefined });
  const { items } = await project.send(list, signal);
  return {
    server: `Cognite project ${project.name}`,
    notes: [
      ...(inspection === undefined
        ? ['The rights of the token are unknown: it may not be inspected.']
        : capabilityNotes(inspection, project.name)),
      ...(items.length === 0 ? ['The project has no workflows that the token can see.'] : []),
    ],
  };
}

/** Undefined where the token may not be inspected, which needs capabilities of its own. */
async function inspect(
  project: Project,
  signal: AbortSignal,
): Promise<InspectionRecord | undefined> {
  try {
    return await project.send(inspectToken(), signal);
  } catch (error) {
    if (isEngineError(error, 'forbidden') || isEngineError(error, 'notFound')) return undefined;
    throw error;
  }
}

function demandAccess(project: Project, inspection: InspectionRecord): void {
  const names = inspection.projects;
  if (!names.includes(project.name)) {
    const others = names.length === 0 ? 'no project at all' : names.join(', ');
    throw forbidden(
      `The token has no access to the project "${project.name}": it has access to ${others}.`,
    );
  }
  const missing = missingRead(inspection, project.name);
  if (missing !== undefined) {
    throw forbidden(`The token lacks ${missing} in "${project.name}": it cannot read workflows.`);
  }
}

function forbidden(message: string): EngineError {
  return new EngineError('forbidden', message, { nothingApplied: true });
}
