import { Hono } from 'hono';

import { activityThread } from '../activityThread.ts';
import { agentBody, agentItem } from '../agentBody.ts';
import type { LazyList } from '../lazyList.ts';
import type { Machine } from '../machine.ts';
import type { TaskRun } from '../model.ts';
import { requireAgent, requireTask } from '../store.ts';
import { taskBody, taskItem } from '../taskBody.ts';
import { reportTask } from './reportTask.ts';
import { requestBody, requestList } from './requestBody.ts';
import { taskEvents } from './taskEvents.ts';
import { startTaskFromBody } from './startTaskFromBody.ts';
import { filterTasks } from './filterTasks.ts';

/** The routes that the vendor's SDK calls (its consts/api_routes.py): bare lists, no paging. */
export function controllerRoutes(machine: Machine): Hono {
  const { store, organization } = machine;
  const app = new Hono();
  const whole = (task: TaskRun) => taskBody(task, organization);
  const items = (tasks: LazyList<TaskRun>) =>
    Array.from(tasks, (task) => taskItem(task, organization));

  // The vendor's command line requests the list below /v1, its SDK without /v1.
  for (const path of ['/agents/list', '/v1/agents/list']) {
    app.get(path, (c) => c.json(store.agents().map((agent) => agentItem(agent, organization))));
  }
  app.get('/agents/:id', (c) => {
    const asked = c.req.header('x-agent-version');
    const agent = requireAgent(store, c.req.param('id'));
    return c.json(agentBody(agent, organization, asked === undefined ? undefined : Number(asked)));
  });

  app.get('/agent-execution/executions/history/user/:user', (c) => {
    const query = { ...c.req.query(), user_id: c.req.param('user') };
    return c.json(items(filterTasks(store.tasks(), query)));
  });
  app.get('/agent-execution/executions/history/:agent', (c) =>
    c.json(items(filterTasks(store.tasks(c.req.param('agent')), c.req.query()))),
  );
  app.get('/agent-execution/:id/status', (c) =>
    c.json(whole(requireTask(store, c.req.param('id')))),
  );
  app.patch('/agent-execution/:id/update', async (c) =>
    c.json(whole(machine.patch(c.req.param('id'), await requestBody(c.req.raw)))),
  );
  app.delete('/agent-execution/:id', (c) => c.json(whole(machine.stop(c.req.param('id')))));
  app.get('/activity/:agent/:id', (c) =>
    c.json(activityThread(requireTask(store, c.req.param('id')))),
  );

  app.get('/agent-execution/:id/events', (c) =>
    taskEvents(machine, requireTask(store, c.req.param('id'))),
  );

  app.post('/agent-execution/:agent', async (c) => {
    const body = await requestBody(c.req.raw);
    const version = c.req.header('x-agent-version');
    return c.json(whole(startTaskFromBody(machine, c.req.param('agent'), body, version)));
  });
  app.post('/agent-execution/:agent/report_task', async (c) =>
    c.json(whole(reportTask(machine, c.req.param('agent'), await requestBody(c.req.raw)))),
  );
  app.post('/agent-execution/:id/events/push', async (c) => {
    const task = requireTask(store, c.req.param('id'));
    task.pushed.push(...(await requestList(c.req.raw)));
    return c.json(null);
  });
  app.post('/agents-metrics/:agent/execution', (c) => c.json(null));
  return app;
}
