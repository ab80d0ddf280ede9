import { notFound } from '../apiError.ts';
import { readDefinition } from '../readDefinition.ts';
import { readWorkflowFilters } from '../readWorkflowFilters.ts';
import type { Version } from '../model.ts';
import { afterIn, pageOf, readPage } from '../pageOf.ts';
import {
  type ApiRequest,
  optionalObject,
  pathOf,
  readBody,
  readItems,
  requiredText,
} from '../apiRequest.ts';
import { type ApiAnswer, ok, type Route } from '../route.ts';
import { printJson } from '../../json.ts';
import { versionView } from '../views.ts';

export const versionRoutes: readonly Route[] = [
  { method: 'POST', path: '/versions', needs: 'WRITE', run: upsert },
  { method: 'POST', path: '/versions/list', needs: 'READ', run: list },
  { method: 'POST', path: '/versions/delete', needs: 'WRITE', run: remove },
  { method: 'GET', path: '/:workflow/versions/:version', needs: 'READ', run: retrieve },
];

function list(request: ApiRequest): ApiAnswer {
  const body = readBody(request);
  const filter = optionalObject(body, 'filter') ?? {};
  // Here an empty list means all; the official Python SDK sends it.
  const matches = readWorkflowFilters(filter, 0);
  const items = [...request.machine.store.versions.values()]
    .flatMap((versions) => [...versions.values()])
    .filter((version) => matches(version.workflowExternalId, version.version))
    .toSorted((a, b) => a.createdTime - b.createdTime);
  const keyOf = (version: Version) => printJson([version.workflowExternalId, version.version]);
  const listed = {
    after: afterIn(items, keyOf),
    keyOf,
    question: `versions ${printJson(filter)}`,
    view: versionView,
  };
  return ok(pageOf(listed, readPage(body['limit'], body['cursor'])));
}

function retrieve(request: ApiRequest): ApiAnswer {
  return ok(versionView(findVersion(request)));
}

/** Finds the version in the path. @throws {ApiError} 404 */
export function findVersion(request: ApiRequest): Version {
  const [workflow, name] = [pathOf(request, 'workflow'), pathOf(request, 'version')];
  const version = request.machine.store.versions.get(workflow)?.get(name);
  if (version !== undefined) return version;
  throw notFound(`Version ${name} of workflow ${workflow} was not found.`);
}

function upsert(request: ApiRequest): ApiAnswer {
  const { store, clock } = request.machine;
  const items = readItems(request, 1, 1).map((item) => {
    const workflowExternalId = requiredText(item, 'workflowExternalId');
    const name = requiredText(item, 'version');
    const definition = readDefinition(item['workflowDefinition']);
    if (!store.workflows.has(workflowExternalId)) {
      throw notFound(`Workflow ${workflowExternalId} was not found.`);
    }
    const versions = store.versions.get(workflowExternalId) ?? new Map<string, Version>();
    const now = clock.now();
    const createdTime = versions.get(name)?.createdTime ?? now;
    const version: Version = {
      workflowExternalId,
      version: name,
      definition,
      createdTime,
      lastUpdatedTime: now,
    };
    versions.set(name, version);
    store.versions.set(workflowExternalId, versions);
    // Only the answer to an upsert has warnings.
    return { ...versionView(version), warnings: [] };
  });
  return ok({ items });
}

function remove(request: ApiRequest): ApiAnswer {
  const { store } = request.machine;
  const names = readItems(request, 1, 100).map((item) => ({
    workflowExternalId: requiredText(item, 'workflowExternalId'),
    version: requiredText(item, 'version'),
  }));
  const missing = names.filter(
    (one) => store.versions.get(one.workflowExternalId)?.has(one.version) !== true,
  );
  if (missing.length > 0 && request.query.get('ignoreUnknownIds') === 'false') {
    throw notFound('Some workflow versions were not found.', { missing });
  }
  for (const one of names) store.versions.get(one.workflowExternalId)?.delete(one.version);
  return ok({});
}
