import { badRequest, notFound } from '../apiError.ts';
import type { Trigger } from '../model.ts';
import { afterIn, pageOf, readPage } from '../pageOf.ts';
import {
  type ApiRequest,
  requireNonce,
  optionalObject,
  pathOf,
  readItems,
  requiredText,
} from '../apiRequest.ts';
import { type ApiAnswer, ok, type Route } from '../route.ts';
import type { TriggerRun } from '../store.ts';
import { triggerView } from '../views.ts';

export const triggerRoutes: readonly Route[] = [
  { method: 'GET', path: '/triggers', needs: 'READ', run: list },
  { method: 'POST', path: '/triggers', needs: 'WRITE', run: upsert },
  { method: 'POST', path: '/triggers/delete', needs: 'WRITE', run: remove },
  { method: 'GET', path: '/triggers/:trigger/history', needs: 'READ', run: history },
  { method: 'POST', path: '/triggers/:trigger/pause', needs: 'WRITE', run: (r) => pause(r, true) },
  {
    method: 'POST',
    path: '/triggers/:trigger/resume',
    needs: 'WRITE',
    run: (r) => pause(r, false),
  },
];

function list({ machine, query }: ApiRequest): ApiAnswer {
  // The specification has no filter, but the vendor's toolkit sends these two.
  const [workflow, version] = [query.get('workflowExternalId'), query.get('workflowVersion')];
  const items = [...machine.store.triggers.values()]
    .filter((trigger) => workflow === null || trigger.workflowExternalId === workflow)
    .filter((trigger) => version === null || trigger.workflowVersion === version)
    .toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
  const page = readPage(query.get('limit') ?? undefined, query.get('cursor') ?? undefined);
  const keyOf = (trigger: Trigger) => trigger.externalId;
  const question = `triggers ${workflow ?? ''} ${version ?? ''}`;
  return ok(pageOf({ after: afterIn(items, keyOf), keyOf, question, view: triggerView }, page));
}

function upsert(request: ApiRequest): ApiAnswer {
  const { store, clock } = request.machine;
  const items = readItems(request, 1, 1).map((item) => {
    requireNonce(item);
    const externalId = requiredText(item, 'externalId');
    const before = store.triggers.get(externalId);
    const triggerRule = optionalObject(item, 'triggerRule');
    if (triggerRule === undefined) throw badRequest('triggerRule is required.');
    const now = clock.now();
    const trigger: Trigger = {
      externalId,
      triggerRule,
      workflowExternalId: requiredText(item, 'workflowExternalId'),
      workflowVersion: requiredText(item, 'workflowVersion'),
      input: optionalObject(item, 'input'),
      metadata: optionalObject(item, 'metadata') ?? {},
      createdTime: before?.createdTime ?? now,
      lastUpdatedTime: now,
      isPaused: before?.isPaused ?? false,
    };
    store.triggers.set(externalId, trigger);
    return triggerView(trigger);
  });
  return ok({ items });
}

function remove(request: ApiRequest): ApiAnswer {
  for (const item of readItems(request, 1, 1)) {
    request.machine.store.triggers.delete(requiredText(item, 'externalId'));
  }
  return ok({});
}

function history(request: ApiRequest): ApiAnswer {
  const { query, machine } = request;
  const trigger = findTrigger(request, 'Workflow trigger not found.');
  const runs = machine.store.triggerRuns.filter((one) => one.externalId === trigger.externalId);
  const page = readPage(query.get('limit') ?? undefined, query.get('cursor') ?? undefined);
  const keyOf = (run: TriggerRun) => String(run.fireTime);
  const listed = {
    after: afterIn(
      runs.toSorted((a, b) => b.fireTime - a.fireTime),
      keyOf,
    ),
    keyOf,
    question: `history ${trigger.externalId}`,
    view: (run: TriggerRun) => ({ ...run }),
  };
  return ok(pageOf(listed, page));
}

function pause(request: ApiRequest, isPaused: boolean): ApiAnswer {
  const trigger = findTrigger(request, 'Trigger not found.');
  request.machine.store.triggers.set(trigger.externalId, { ...trigger, isPaused });
  return ok({});
}

function findTrigger(request: ApiRequest, otherwise: string): Trigger {
  const trigger = request.machine.store.triggers.get(pathOf(request, 'trigger'));
  if (trigger === undefined) throw notFound(otherwise);
  return trigger;
}
