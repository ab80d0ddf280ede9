import { isObject } from '../../json.ts';
import { shapeTaskDef } from '../shapeWorkflowDef.ts';
import { empty, json, type Reply } from '../reply.ts';
import { pathOf, readList, readObject, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, invalid, notFound, type ValidationError } from '../serverError.ts';

const resource = 'com.netflix.conductor.rest.controllers.MetadataResource';
const type = 'com.netflix.conductor.common.metadata.tasks.TaskDef';

/** Task definitions. */
export const taskDefRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/metadata/taskdefs',
    run: ({ engine }) => json([...engine.store.taskDefs.values()]),
  },
  { method: 'GET', path: '/metadata/taskdefs/:name', run: getTaskDef },
  { method: 'POST', path: '/metadata/taskdefs', run: postTaskDefs },
  { method: 'PUT', path: '/metadata/taskdefs', run: putTaskDef },
  { method: 'DELETE', path: '/metadata/taskdefs/:name', run: deleteTaskDef },
];

function getTaskDef(request: RouteRequest): Reply {
  const name = pathOf(request, 'name');
  const definition = request.engine.store.taskDefs.get(name);
  if (definition === undefined) throw notFound(`No such taskType found by name: ${name}`);
  return json(definition);
}

function postTaskDefs(request: RouteRequest): Reply {
  const { engine } = request;
  const signature = `public void ${resource}.registerTaskDef(java.util.List<${type}>)`;
  const list = readList(request, signature, type).filter(isObject);
  const errors: ValidationError[] = [];
  if (list.length === 0) {
    errors.push({ path: 'registerTaskDef.arg0', message: 'TaskDefList is empty' });
  }
  for (const [index, body] of list.entries()) {
    if (typeof body['name'] === 'string' && body['name'] !== '') continue;
    const message = 'TaskDef name cannot be null or empty';
    errors.push({ path: `registerTaskDef.arg0[${index}].name`, message });
  }
  if (errors.length > 0) throw invalid(...errors);
  for (const body of list) {
    const definition = shapeTaskDef(body, engine.version, engine.clock.now());
    engine.store.taskDefs.set(definition.name, { ...definition, createdBy: '' });
  }
  return empty;
}

function putTaskDef(request: RouteRequest): Reply {
  const { engine } = request;
  const body = readObject(request, `public void ${resource}.registerTaskDef(${type})`, type);
  const name = typeof body['name'] === 'string' ? body['name'] : '';
  if (name === '') {
    const message = 'TaskDef name cannot be null or empty';
    throw invalid({ path: 'updateTaskDef.arg0.name', message });
  }
  const known = engine.store.taskDefs.get(name);
  if (known === undefined) throw notFound(`No such task by name ${name}`);
  const now = engine.clock.now();
  const definition = shapeTaskDef({ ...body, updateTime: now }, engine.version, now);
  engine.store.taskDefs.set(name, { ...definition, createdBy: '', updatedBy: '' });
  return empty;
}

function deleteTaskDef(request: RouteRequest): Reply {
  const name = pathOf(request, 'name');
  if (!request.engine.store.taskDefs.delete(name)) throw broken('No such task definition');
  return empty;
}
