import { Hono } from 'hono';

import { type JsonObject, printJson } from '../json.ts';
import type { Random } from '../random.ts';
import { ApiError, errorBody } from './apiError.ts';
import { settle } from './createMachine.ts';
import type { Machine } from './machine.ts';
import { readBodyText } from '../readBodyText.ts';
import type { Route } from './route.ts';
import { routes } from './routes/routes.ts';
import type { CogniteSettings } from './cogniteSettings.ts';
import { inspectToken, issueToken, tokenPath } from './issueToken.ts';
import { requireAccess, type Tokens } from './tokens.ts';

export interface ApiParts {
  readonly random: Random;
  readonly tokens: Tokens;
  readonly settings: () => CogniteSettings;
  /** The names of the projects with content. */
  readonly projects: () => readonly string[];
  readonly project: (name: string) => Machine;
}

/** Handles all paths below /api/v1/ and the token endpoint. Undefined for any other path. */
export function createApi(parts: ApiParts): (request: Request) => Promise<Response | undefined> {
  const { random, tokens } = parts;
  const answer = (status: number, value: JsonObject) =>
    new Response(printJson(value), {
      status,
      headers: { 'content-type': 'application/json', 'x-request-id': random.uuid() },
    });
  const app = new Hono();
  app.post(tokenPath, async ({ req }) => {
    const form = new URLSearchParams(await readBodyText(req.raw));
    const issued = issueToken(form, parts.settings(), tokens);
    return answer(issued.status, issued.value);
  });
  app.get('/api/v1/token/inspect', ({ req }) =>
    answer(200, inspectToken(req.raw.headers.get('authorization'), tokens, parts.projects())),
  );
  for (const route of routes) {
    app.on(route.method, pathOf(route), async ({ req }) => {
      const { project = '', ...path } = req.param() as Record<string, string>;
      const { token, grant } = tokens.grantOf(req.raw.headers.get('authorization'));
      requireAccess(grant, project, route.needs);
      const machine = parts.project(project);
      settle(machine);
      const query = new URL(req.url).searchParams;
      const body = await readBodyText(req.raw);
      const { status, value } = route.run({ machine, token, path, query, body });
      return answer(status, value);
    });
  }
  app.notFound(({ req }) => {
    // Without a valid token even an unknown path answers 401.
    tokens.grantOf(req.raw.headers.get('authorization'));
    return answer(404, errorBody(new ApiError(404, 'Not Found')));
  });
  app.onError((error) => {
    const known = error instanceof ApiError ? error : new ApiError(500, 'Internal server error');
    return answer(known.status, errorBody(known));
  });
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/api/v1/') && pathname !== tokenPath) return undefined;
    return await app.fetch(request);
  };
}

function pathOf({ path }: Route): string {
  const base = '/api/v1/projects/:project';
  return path.startsWith('//') ? base + path.slice(1) : `${base}/workflows${path}`;
}
