import { Hono } from 'hono';

import { AnswerError } from './answerError.ts';
import type { Xpander } from './machine.ts';
import { controllerRoutes } from './routes/controller.ts';
import { platformAgentRoutes } from './routes/platformAgents.ts';
import { platformTaskRoutes } from './routes/platformTasks.ts';

export interface XpanderSignIn {
  /** The one key that is let in; without it any key that is not empty. */
  readonly key?: string | undefined;
}

const claimed = ['/agents', '/agents-metrics', '/agent-execution', '/activity', '/v1'] as const;

/**
 * The routes of xpander.ai. They stand at the top, as in the vendor's cloud, and below the
 * organization, where a self-hosted agent controller has them.
 */
export function createXpanderApp(engine: Xpander, signIn: XpanderSignIn = {}): Hono {
  const api = new Hono();
  for (const path of claimed) {
    api.use(`${path}/*`, async (c, next) => {
      const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
      const key = c.req.header('x-api-key') ?? (path === '/v1' ? bearer : undefined) ?? '';
      if (key === '' || (signIn.key !== undefined && key !== signIn.key)) {
        throw new AnswerError(401, 'Invalid or missing API key');
      }
      engine.settle();
      await next();
    });
  }
  api.route('/', controllerRoutes(engine));
  api.route('/', platformTaskRoutes(engine));
  api.route('/', platformAgentRoutes(engine));
  for (const path of claimed) {
    api.all(`${path}/*`, (c) => c.json({ detail: 'Not Found' }, 404));
  }

  const app = new Hono();
  app.onError((error) => {
    const known = error instanceof AnswerError;
    const detail = known ? error.detail : 'Internal Server Error';
    return Response.json({ detail }, { status: known ? error.status : 500 });
  });
  app.route('/', api);
  app.route('/agent-controller/:organization', api);
  app.route(`/${encodeURIComponent(engine.organization)}`, api);
  return app;
}
