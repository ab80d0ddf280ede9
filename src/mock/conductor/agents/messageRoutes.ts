import type { JsonObject } from '../../json.ts';
import { findExecution } from '../findExecution.ts';
import { text, type Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { pathOf, readMap, type RouteRequest } from '../routeRequest.ts';
import { conflict, ServerError } from '../serverError.ts';
import { takeMessages } from '../taskTypes/pullMessages.ts';

/** The message queue of an execution. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/workflow/:id/messages',
    since: '3.30.0',
    only: 'messages',
    run: pushMessage,
  },
];

const resource = 'com.netflix.conductor.rest.controllers.WorkflowMessageQueueResource';
const largestQueue = 1000;

/** Answers with the message's id. */
function pushMessage(request: RouteRequest): Reply {
  const { engine } = request;
  const payload = readMap(
    request,
    `public java.lang.String ${resource}.pushMessage(java.lang.String,java.util.Map<java.lang.String, java.lang.Object>)`,
  );
  const workflowId = pathOf(request, 'id');
  const execution = findExecution(engine, workflowId);
  if (execution.status !== 'RUNNING') {
    throw conflict(
      `Cannot push message to workflow in state ${execution.status}. Workflow must be RUNNING.`,
    );
  }
  const queue = engine.store.messages.get(workflowId) ?? [];
  if (queue.length >= largestQueue) {
    const message = `WMQ for workflow ${workflowId} is full (${largestQueue} messages). Cannot push.`;
    throw new ServerError(429, message);
  }
  const id = engine.random.uuid();
  const receivedAt = new Date(engine.clock.now()).toISOString();
  const message: JsonObject = { id, workflowId, payload, receivedAt };
  queue.push(message);
  engine.store.messages.set(workflowId, queue);
  for (const run of execution.tasks) {
    if (run.taskType === 'PULL_WORKFLOW_MESSAGES') takeMessages(engine, run);
  }
  engine.decide(execution);
  return text(id);
}
