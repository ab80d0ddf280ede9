import { Hono, type HonoRequest } from 'hono';

import { agentBody, minimalAgent, nodeItem } from '../agentBody.ts';
import { notFound } from '../answerError.ts';
import type { Machine } from '../machine.ts';
import type { Agent, Wire } from '../model.ts';
import { requireAgent } from '../store.ts';
import { taskBody } from '../taskBody.ts';
import { paged } from './paged.ts';
import { addAgent } from './addAgent.ts';
import { requestBody } from './requestBody.ts';
import { taskEvents, untilOver } from './taskEvents.ts';
import { startTaskFromBody } from './startTaskFromBody.ts';

/** The public API's agents and workflows, in pages. */
export function platformAgentRoutes(machine: Machine): Hono {
  const { store, organization } = machine;
  const app = new Hono();
  const body = (agent: Agent) => agentBody(agent, organization);
  const workflowOf = (id: string) => {
    const agent = store.findAgent(id);
    if (agent?.type !== 'orchestration') throw notFound('Workflow');
    return agent;
  };

  app.get('/v1/agents', (c) =>
    c.json(paged(store.agents(), c.req.query(), (agent) => minimalAgent(agent, organization))),
  );
  app.get('/v1/agents/full', (c) => c.json(paged(store.agents(), c.req.query(), body)));
  app.get('/v1/workflows', (c) => {
    const workflows = store.agents().filter((agent) => agent.type === 'orchestration');
    return c.json(paged(workflows, c.req.query(), body));
  });
  app.post('/v1/agents', async (c) =>
    c.json(body(addAgent(machine, await requestBody(c.req.raw), 'regular')), 201),
  );
  app.post('/v1/workflows', async (c) =>
    c.json(body(addAgent(machine, await requestBody(c.req.raw), 'orchestration')), 201),
  );
  app.get('/v1/workflows/:id/nodes', (c) =>
    c.json(workflowOf(c.req.param('id')).nodes.map(nodeItem)),
  );
  routesOf(app, machine, '/v1/agents/:id', (id) => requireAgent(store, id));
  routesOf(app, machine, '/v1/workflows/:id', workflowOf);
  return app;
}

function routesOf(
  app: Hono,
  machine: Machine,
  path: '/v1/agents/:id' | '/v1/workflows/:id',
  find: (id: string) => Agent,
): void {
  const { organization } = machine;
  app.get(path, (c) => c.json(agentBody(find(c.req.param('id')), organization)));
  // PUT deploys the changes; here every agent is always deployed.
  app.on(['PATCH', 'PUT'], path, async (c) => {
    const agent = find(c.req.param('id'));
    change(agent, await requestBody(c.req.raw));
    return c.json(agentBody(agent, organization));
  });
  const start = async (request: HonoRequest) => {
    const { id } = find(request.param('id') ?? '');
    const body = await requestBody(request.raw);
    return startTaskFromBody(machine, id, body, request.query('version'));
  };
  app.post(`${path}/invoke/async`, async (c) => c.json(taskBody(await start(c.req), organization)));
  app.post(`${path}/invoke`, async (c) => {
    const task = await untilOver(machine, await start(c.req), c.req.raw);
    return c.json(taskBody(task, organization));
  });
  app.post(`${path}/invoke/stream`, async (c) =>
    taskEvents(machine, await start(c.req), 'task_created'),
  );
}

function change(agent: Agent, body: Wire): void {
  if (typeof body['name'] === 'string') agent.name = body['name'];
  if (typeof body['description'] === 'string') agent.description = body['description'];
}
