import type { TaskStatus } from '../model.ts';
import { pathOf, type RouteRequest } from '../routeRequest.ts';
import { broken } from '../serverError.ts';
import { settableStatuses } from '../updateTask.ts';

export const resource = 'com.netflix.conductor.rest.controllers.TaskResource';
export const result = 'com.netflix.conductor.common.metadata.tasks.TaskResult';

/** The status in the path of an update. @throws {ServerError} 500 for an unknown one */
export function readStatus(request: RouteRequest): TaskStatus {
  const status = pathOf(request, 'status');
  const known = settableStatuses(request.engine.version).find((one) => one === status);
  if (known !== undefined) return known;
  throw broken(
    `Method parameter 'status': Failed to convert value of type 'java.lang.String' to required type '${result}$Status'; Failed to convert from type [java.lang.String] to type [@org.springframework.web.bind.annotation.PathVariable ${result}$Status] for value [${status}]`,
  );
}
