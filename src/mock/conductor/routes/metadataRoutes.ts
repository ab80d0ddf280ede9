import { isObject, type JsonObject } from '../../json.ts';
import { atLeast } from '../../atLeast.ts';
import { shapeWorkflowDef } from '../shapeWorkflowDef.ts';
import type { WorkflowDef } from '../workflowDef.ts';
import type { Engine } from '../engine.ts';
import { empty, json, type Reply } from '../reply.ts';
import {
  optionalInt,
  pathInt,
  pathOf,
  queryFlag,
  readList,
  readObject,
  type RouteRequest,
} from '../routeRequest.ts';
import type { Route } from '../route.ts';
import { broken, conflict, invalid, notFound } from '../serverError.ts';
import { findDefinition, latestVersion } from '../store.ts';
import { definitionErrors } from '../read/definitionErrors.ts';
import { readWorkflowDef } from '../read/readDefinition.ts';

const resource = 'com.netflix.conductor.rest.controllers.MetadataResource';
const type = 'com.netflix.conductor.common.metadata.workflow.WorkflowDef';

/** Workflow definitions. */
export const metadataRoutes: readonly Route[] = [
  { method: 'GET', path: '/metadata/workflow', run: (request) => json(allDefs(request.engine)) },
  { method: 'GET', path: '/metadata/workflow/latest-versions', run: getLatest },
  { method: 'GET', path: '/metadata/workflow/names-and-versions', run: getNamesAndVersions },
  { method: 'GET', path: '/metadata/workflow/names', since: '3.30.0', run: getNames },
  { method: 'GET', path: '/metadata/workflow/:name/versions', since: '3.30.0', run: getVersions },
  { method: 'GET', path: '/metadata/workflow/:name', run: getDefinition },
  { method: 'POST', path: '/metadata/workflow', run: postDefinition },
  { method: 'PUT', path: '/metadata/workflow', run: putDefinitions },
  { method: 'POST', path: '/metadata/workflow/validate', run: validate },
  { method: 'DELETE', path: '/metadata/workflow/:name/:version', run: deleteDefinition },
];

function allDefs(engine: Engine): WorkflowDef[] {
  return [...engine.store.workflowDefs.values()].flatMap((versions) => [...versions.values()]);
}

function getLatest({ engine }: RouteRequest): Reply {
  const names = [...engine.store.workflowDefs.keys()];
  return json(names.map((name) => latestVersion(engine.store, name)));
}

function getNames({ engine }: RouteRequest): Reply {
  return json([...engine.store.workflowDefs.keys()].toSorted());
}

function getNamesAndVersions({ engine }: RouteRequest): Reply {
  const withUpdateTime = atLeast(engine.version, '3.22.0');
  const byName: JsonObject = {};
  for (const [name, versions] of engine.store.workflowDefs) {
    byName[name] = [...versions.values()]
      .toSorted((a, b) => a.version - b.version)
      .map((definition) => summary(definition, withUpdateTime));
  }
  return json(byName);
}

function getVersions(request: RouteRequest): Reply {
  const versions = request.engine.store.workflowDefs.get(pathOf(request, 'name'));
  return json([...(versions?.values() ?? [])].map((one) => summary(one, one.updateTime > 0)));
}

function summary(definition: WorkflowDef, withUpdateTime: boolean): JsonObject {
  const { name, version, createTime, updateTime } = definition;
  return { name, version, createTime, ...(withUpdateTime ? { updateTime } : {}) };
}

function getDefinition(request: RouteRequest): Reply {
  const name = pathOf(request, 'name');
  const version = optionalInt(request, 'version');
  const definition = findDefinition(request.engine.store, name, version);
  if (definition !== undefined) return json(definition);
  throw notFound(`No such workflow found by name: ${name}, version: ${version ?? 'null'}`);
}

function postDefinition(request: RouteRequest): Reply {
  const { engine } = request;
  const signature = `public void ${resource}.create(${type}${atLeast(engine.version, '3.22.0') ? ',boolean' : ''})`;
  const overwrite = atLeast(engine.version, '3.22.0') && queryFlag(request, 'overwrite', false);
  const body = readObject(request, signature, type);
  const definition = checked(engine, body, 'registerWorkflowDef.arg0');
  const known = findDefinition(engine.store, definition.name, definition.version);
  if (known !== undefined && !overwrite) {
    const message = `Workflow with ${definition.name}.${definition.version} already exists!`;
    throw atLeast(engine.version, '3.22.0') ? conflict(message) : broken(message);
  }
  save(engine, definition, false);
  return empty;
}

function putDefinitions(request: RouteRequest): Reply {
  const { engine } = request;
  const list = readList(
    request,
    `public com.netflix.conductor.common.model.BulkResponse<java.lang.String> ${resource}.update(java.util.List<${type}>)`,
    type,
  );
  if (list.length === 0) {
    throw invalid({ path: 'updateWorkflowDef.arg0', message: 'WorkflowDefList is empty' });
  }
  const definitions = list.map((body, index) => {
    const path = `updateWorkflowDef.arg0[${index}]`;
    if (isObject(body)) return checked(engine, body, path);
    throw invalid({ path: `${path}.<list element>`, message: 'WorkflowDef cannot be null' });
  });
  for (const definition of definitions) save(engine, definition, true);
  const bulkSuccessfulResults = definitions.map((definition) => definition.name);
  return json({ bulkErrorResults: {}, bulkSuccessfulResults });
}

function validate(request: RouteRequest): Reply {
  const body = readObject(request, `public void ${resource}.validate(${type})`, type);
  checked(request.engine, body, 'validateWorkflowDef.arg0');
  return empty;
}

function deleteDefinition(request: RouteRequest): Reply {
  const name = pathOf(request, 'name');
  const version = pathInt(request, 'version');
  const versions = request.engine.store.workflowDefs.get(name);
  if (!versions?.delete(version)) {
    throw broken(`No such workflow definition: ${name} version: ${version}`);
  }
  if (versions.size === 0) request.engine.store.workflowDefs.delete(name);
  return empty;
}

function checked(engine: Engine, given: JsonObject, where: string): WorkflowDef {
  const body = readWorkflowDef(given);
  const definition = shapeWorkflowDef(body, engine.version, engine.clock.now());
  const errors = definitionErrors(body, definition, { where, version: engine.version });
  if (errors.length > 0) throw invalid(...errors);
  return definition;
}

/** A replaced definition loses its creation time unless the body contains one. */
function save(engine: Engine, definition: WorkflowDef, put: boolean): void {
  const versions = engine.store.workflowDefs.get(definition.name) ?? new Map();
  const replaces = put || versions.has(definition.version);
  const times = { createTime: 0, updateTime: engine.clock.now() };
  versions.set(definition.version, replaces ? { ...definition, ...times } : definition);
  engine.store.workflowDefs.set(definition.name, versions);
}
