import { isObject, textOf } from '../../json.ts';
import { readTaskDef, taskDefErrors } from '../read/readDefinition.ts';
import { shapeTaskDef } from '../shapeWorkflowDef.ts';
import { empty, json, type Reply } from '../reply.ts';
import { pathOf, readList, readObject, type RouteRequest } from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, invalid, notFound } from '../serverError.ts';

const resource = 'com.netflix.conductor.rest.controllers.MetadataResource';
const type = 'com.netflix.conductor.common.metadata.tasks.TaskDef';

const nullItem = broken(
  `Cannot invoke "${type}.setCreatedBy(String)" because "taskDefinition" is null`,
);

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
  const items = readList(request, signature, type);
  const list = items.filter(isObject).map(readTaskDef);
  if (items.length === 0) {
    throw invalid({ path: 'registerTaskDef.arg0', message: 'TaskDefList is empty' });
  }
  if (list.length < items.length) throw nullItem;
  const errors = list.flatMap((body, index) =>
    taskDefErrors(body, `registerTaskDef.arg0[${index}]`),
  );
  if (errors.length > 0) throw invalid(...errors);
  for (const body of list) {
    const definition = shapeTaskDef(body, engine.version, engine.clock.now());
    engine.store.taskDefs.set(definition.name, { ...definition, createdBy: '' });
  }
  return empty;
}

function putTaskDef(request: RouteRequest): Reply {
  const { engine } = request;
  const signature = `public void ${resource}.registerTaskDef(${type})`;
  const body = readTaskDef(readObject(request, signature, type));
  const errors = taskDefErrors(body, 'updateTaskDef.arg0');
  if (errors.length > 0) throw invalid(...errors);
  const name = textOf(body['name']);
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
