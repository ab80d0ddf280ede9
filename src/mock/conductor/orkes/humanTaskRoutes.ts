import { outputResult } from '../outputResult.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { isTaskTerminal, type TaskRun } from '../model.ts';
import { empty, json, type Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import {
  optionalInt,
  pathOf,
  queryFlag,
  readList,
  readMap,
  type RouteRequest,
} from '../routeRequest.ts';
import { badRequest, conflict, notFound } from '../serverError.ts';
import type { Holders } from '../store.ts';
import { taskView } from '../taskView.ts';
import { updateTask } from '../updateTask.ts';
import { holdersOf, humanTaskEntry } from './humanTask.ts';
import { searchHumanTasks } from './searchHumanTasks.ts';

const only = 'orkes';
const base = '/human/tasks';
const resource = 'io.orkes.conductor.server.rest.HumanTaskResource';

/** The human tasks of Orkes: finding, claiming, handing on, answering. Forms are not checked. */
export const humanTaskRoutes: readonly Route[] = [
  { method: 'POST', path: `${base}/search`, only, run: search },
  { method: 'POST', path: `${base}/update/taskRef`, only, run: updateByRef },
  { method: 'GET', path: `${base}/:taskId`, only, run: (request) => entry(request, find(request)) },
  {
    method: 'GET',
    path: `${base}/:taskId/conductorTask`,
    only,
    run: (request) => json(taskView(find(request), executionOf(request), request.engine.version)),
  },
  { method: 'POST', path: `${base}/:taskId/claim`, only, run: claimForCaller },
  { method: 'POST', path: `${base}/:taskId/externalUser/:userId`, only, run: claimForExternalUser },
  {
    method: 'POST',
    path: `${base}/:taskId/release`,
    only,
    run: (request) => hold(request, findOpen(request), { claimant: undefined }),
  },
  { method: 'POST', path: `${base}/:taskId/reassign`, only, run: reassign },
  { method: 'POST', path: `${base}/:taskId/skip`, only, run: skipAssignee },
  { method: 'POST', path: `${base}/:taskId/update`, only, run: updateById },
];

function search(request: RouteRequest): Reply {
  const body = readMap(request, `public HumanTaskSearchResult ${resource}.search(HumanTaskSearch)`);
  return json(searchHumanTasks(request.engine, body, request.caller));
}

function entry(request: RouteRequest, run: TaskRun): Reply {
  return json(humanTaskEntry(request.engine, run));
}

function find(request: RouteRequest, status: 400 | 404 = 404): TaskRun {
  const taskId = pathOf(request, 'taskId');
  const run = request.engine.store.tasks.get(taskId);
  if (run?.taskType === 'HUMAN') return run;
  const message = `Human task with id ${taskId} not found`;
  throw status === 400 ? badRequest(message) : notFound(message);
}

function findOpen(request: RouteRequest, status: 400 | 404 = 404): TaskRun {
  const run = find(request, status);
  if (!isTaskTerminal(run.status)) return run;
  throw badRequest(`Human task with id ${run.taskId} is in a terminal state`);
}

function executionOf(request: RouteRequest) {
  return request.engine.store.executions.get(find(request).workflowId);
}

/** Changes who has the task. */
function hold(request: RouteRequest, run: TaskRun, change: Partial<Holders>): Reply {
  const { engine, caller } = request;
  const before = holdersOf(engine, run);
  engine.store.holders.set(run.taskId, { ...before, updatedBy: caller, ...change });
  run.updateTime = engine.clock.now();
  return empty;
}

function claimForCaller(request: RouteRequest): Reply {
  return claim(request, { user: request.caller ?? '', userType: 'CONDUCTOR_USER' });
}

function claimForExternalUser(request: RouteRequest): Reply {
  return claim(request, { user: pathOf(request, 'userId'), userType: 'EXTERNAL_USER' });
}

function claim(request: RouteRequest, claimant: JsonObject): Reply {
  const run = findOpen(request);
  const { assignees, claimant: other } = holdersOf(request.engine, run);
  const assignee = assignees[0];
  const isTaken = other !== undefined && other['user'] !== claimant['user'];
  const isForOther =
    assignee !== undefined && isPerson(assignee) && assignee['user'] !== claimant['user'];
  if ((isTaken || isForOther) && !queryFlag(request, 'overrideAssignment', false)) {
    throw conflict(`Human task with id ${run.taskId} is assigned to another user`);
  }
  hold(request, run, { claimant });
  return entry(request, run);
}

/** A task of a group is open to each of its members; nobody here knows who they are. */
function isPerson({ userType }: JsonObject): boolean {
  return userType === 'EXTERNAL_USER' || userType === 'CONDUCTOR_USER';
}

function reassign(request: RouteRequest): Reply {
  const list = readList(request, `public void ${resource}.reassignTask(String,List)`, 'Assignment');
  const assignees = list.filter(isObject).map(({ assignee }) => assignee);
  const change = { assignees: assignees.filter(isObject), claimant: undefined };
  return hold(request, findOpen(request), change);
}

/** Hands the task to the next assignee. */
function skipAssignee(request: RouteRequest): Reply {
  const run = findOpen(request);
  const { assignees } = holdersOf(request.engine, run);
  return hold(request, run, { assignees: assignees.slice(1), claimant: undefined });
}

function updateById(request: RouteRequest): Reply {
  return update(request, findOpen(request, 400));
}

function updateByRef(request: RouteRequest): Reply {
  const { store } = request.engine;
  const name = request.query.get('taskRefName') ?? '';
  const iteration = optionalInt(request, 'iteration');
  const run = store.executions
    .get(request.query.get('workflowId') ?? '')
    ?.tasks.findLast(
      (one) =>
        one.taskType === 'HUMAN' &&
        one.workflowTask.taskReferenceName === name &&
        (iteration === undefined || one.iteration === iteration),
    );
  if (run === undefined) throw notFound(`Found no human task ${name} to update`);
  return update(request, run);
}

function update(request: RouteRequest, run: TaskRun): Reply {
  const output = readMap(request, `public void ${resource}.updateTaskOutput(String,Map,boolean)`);
  updateTask(
    request.engine,
    outputResult(run, queryFlag(request, 'complete', false) ? 'COMPLETED' : 'IN_PROGRESS', output),
  );
  return hold(request, run, {});
}
