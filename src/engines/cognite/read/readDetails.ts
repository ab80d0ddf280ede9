import { EngineError, isEngineError } from '../../../domain/engineError.ts';
import { getExecution } from '../wire/endpoints.ts';
import type { Project } from '../connection/project.ts';
import type { DetailsReading } from '../toDomain/executionNodes.ts';

/** Reads an execution with its tasks. Throws EngineError('notFound') where it does not exist. */
export async function readDetails(
  project: Project,
  id: string,
  signal: AbortSignal,
): Promise<DetailsReading> {
  const { connection, now } = project;
  try {
    const execution = await project.send(getExecution(project.name, id), signal);
    return { connection, execution, now: now() };
  } catch (error) {
    // The API answers 400 for an unknown id; its own SDK treats that as "not found".
    if (!isEngineError(error, 'invalid') || error.status !== 400) throw error;
    throw new EngineError('notFound', error.message, { status: 400, nothingApplied: true });
  }
}
