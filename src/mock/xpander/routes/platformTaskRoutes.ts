import { Hono } from 'hono';

import { platformThread } from '../activityThread.ts';
import type { Machine } from '../machine.ts';
import type { TaskRun, Wire } from '../model.ts';
import { requireAgent, requireTask } from '../store.ts';
import { taskBody, taskItem } from '../taskBody.ts';
import { paged } from './paged.ts';
import { filterTasks } from './filterTasks.ts';

/** The public API's tasks (api-reference/openapi.json of the vendor): pages, and no update. */
export function platformTaskRoutes(machine: Machine): Hono {
  const { store, organization } = machine;
  const app = new Hono();
  const whole = (task: TaskRun) => taskBody(task, organization);
  const item = (task: TaskRun) => taskItem(task, organization);

  app.get('/v1/tasks', (c) => {
    const query = c.req.query();
    return c.json(paged(filterTasks(store.tasks(query['agent_id']), query), query, item));
  });
  app.get('/v1/agents/:id/tasks', (c) => {
    const { id } = requireAgent(store, c.req.param('id'));
    const query = c.req.query();
    return c.json(paged(filterTasks(store.tasks(id), query), query, item));
  });
  app.get('/v1/tasks/:id', (c) => c.json(whole(requireTask(store, c.req.param('id')))));
  app.delete('/v1/tasks/:id', (c) => {
    machine.remove(c.req.param('id'));
    return c.body(null, 204);
  });
  app.post('/v1/tasks/:id/stop', (c) => c.json(whole(machine.stop(c.req.param('id')))));

  app.get('/v1/tasks/:id/thread', (c) =>
    c.json(platformThread(requireTask(store, c.req.param('id')))),
  );
  app.get('/v1/tasks/:id/thread/full', (c) => {
    const task = requireTask(store, c.req.param('id'));
    const threads: Wire = { root: platformThread(task) };
    for (const id of task.children) threads[id] = platformThread(requireTask(store, id));
    return c.json(threads);
  });
  return app;
}
