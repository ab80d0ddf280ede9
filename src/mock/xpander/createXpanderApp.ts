import { Hono } from 'hono';

import { AnswerError } from './answerError.ts';
import type { Machine } from './machine.ts';
import { controllerRoutes } from './routes/controllerRoutes.ts';
import { platformAgentRoutes } from './routes/platformAgentRoutes.ts';
import { platformTaskRoutes } from './routes/platformTaskRoutes.ts';

export interface XpanderSignIn {
  /** The only accepted API key; undefined accepts any that is not empty. */
  readonly key: string | undefined;
}

/** The routes of xpander.ai: those of its SDK, and its public API below /v1. */
export function createXpanderApp(machine: Machine, signIn: XpanderSignIn): Hono {
  const app = new Hono();
  app.onError((error) => {
    const known = error instanceof AnswerError;
    const detail = known ? error.detail : 'Internal Server Error';
    return Response.json({ detail }, { status: known ? error.status : 500 });
  });
  app.notFound((c) => c.json({ detail: 'Not Found' }, 404));
  app.use(async (c, next) => {
    const isPlatform = c.req.path.startsWith('/v1/');
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const key = c.req.header('x-api-key') ?? (isPlatform ? bearer : undefined) ?? '';
    if (key === '' || (signIn.key !== undefined && key !== signIn.key)) {
      throw new AnswerError(401, 'Invalid or missing API key');
    }
    machine.settle();
    await next();
    machine.watchers.notify();
  });
  app.route('/', controllerRoutes(machine));
  app.route('/', platformTaskRoutes(machine));
  app.route('/', platformAgentRoutes(machine));
  return app;
}
