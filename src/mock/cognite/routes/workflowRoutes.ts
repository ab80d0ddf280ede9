import { badRequest, notFound } from '../apiError.ts';
import type { Workflow } from '../model.ts';
import { afterIn, pageOf, readPage } from '../pageOf.ts';
import { type ApiRequest, pathOf, readItems, requiredText } from '../apiRequest.ts';
import { type ApiAnswer, ok, type Route } from '../route.ts';
import { workflowView } from '../views.ts';

export const workflowRoutes: readonly Route[] = [
  { method: 'GET', path: '', needs: 'READ', run: list },
  { method: 'POST', path: '', needs: 'WRITE', run: upsert },
  { method: 'POST', path: '/delete', needs: 'WRITE', run: remove },
  { method: 'GET', path: '/:workflow', needs: 'READ', run: retrieve },
];

function list({ machine, query }: ApiRequest): ApiAnswer {
  const page = readPage(query.get('limit') ?? undefined, query.get('cursor') ?? undefined);
  const items = [...machine.store.workflows.values()].toSorted((a, b) =>
    a.externalId < b.externalId ? -1 : 1,
  );
  const keyOf = (workflow: Workflow) => workflow.externalId;
  const listed = {
    after: afterIn(items, keyOf),
    keyOf,
    question: 'workflows',
    view: workflowView,
  };
  return ok(pageOf(listed, page));
}

function retrieve(request: ApiRequest): ApiAnswer {
  const externalId = pathOf(request, 'workflow');
  const workflow = request.machine.store.workflows.get(externalId);
  if (workflow === undefined) throw notFound(`Workflow ${externalId} was not found.`);
  return ok(workflowView(workflow));
}

/** Replaces the whole workflow: a description that is left out is removed. */
function upsert(request: ApiRequest): ApiAnswer {
  const { store, clock } = request.machine;
  const items = readItems(request, 1, 1).map((item) => {
    const externalId = requiredText(item, 'externalId');
    const { description, dataSetId, dataDomainExternalId, maxConcurrentExecutions } = item;
    const now = clock.now();
    const workflow: Workflow = {
      externalId,
      description: typeof description === 'string' ? description : undefined,
      dataDomainExternalId:
        typeof dataDomainExternalId === 'string' ? dataDomainExternalId : undefined,
      dataSetId: typeof dataSetId === 'number' ? dataSetId : undefined,
      maxConcurrentExecutions:
        typeof maxConcurrentExecutions === 'number' ? maxConcurrentExecutions : undefined,
      createdTime: store.workflows.get(externalId)?.createdTime ?? now,
      lastUpdatedTime: now,
    };
    store.workflows.set(externalId, workflow);
    return workflowView(workflow);
  });
  return ok({ items });
}

function remove(request: ApiRequest): ApiAnswer {
  const { store } = request.machine;
  const ids = readItems(request, 1, 100).map((item) => requiredText(item, 'externalId'));
  const missing = ids.filter((id) => !store.workflows.has(id));
  if (missing.length > 0 && request.query.get('ignoreUnknownIds') === 'false') {
    throw notFound('Some workflows were not found.', {
      missing: missing.map((externalId) => ({ externalId })),
    });
  }
  const isRunning = (id: string) =>
    [...store.executions.values()].some(
      (one) => one.workflowExternalId === id && one.status === 'RUNNING',
    );
  const busy = ids.find(isRunning);
  if (busy !== undefined) throw badRequest(`Workflow ${busy} has running executions.`);
  for (const id of ids) {
    store.workflows.delete(id);
    store.versions.delete(id);
  }
  return ok({});
}
