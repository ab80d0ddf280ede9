import { Hono, type Context } from 'hono';
import { atLeast } from '../atLeast.ts';
import { settle } from './createEngine.ts';
import type { Engine } from './engine.ts';
import type { OrkesGate } from './orkesGate.ts';
import { json, toResponse } from './reply.ts';
import type { Route } from './route.ts';
import { routes } from './routes/routes.ts';
import { broken, errorBody, notFound, ServerError } from './serverError.ts';
import { waitFor } from './waitFor.ts';
import { tomcatBadRequest } from './tomcatBadRequest.ts';

/** Conductor's part of the mock; answers undefined for a path that is not Conductor's. */
export interface ConductorApp {
  fetch(request: Request): Promise<Response | undefined>;
}

interface AppOptions {
  readonly version: string;
  readonly index: boolean;
  /** Whether executions have message queues. */
  readonly messages: boolean;
  /** Orkes' sign-in; undefined for an open source server. */
  readonly gate: OrkesGate | undefined;
  /** The present engine; a reset creates a new one. */
  readonly engineOf: () => Engine;
}

export function createConductorApp(options: AppOptions): ConductorApp {
  const { version } = options;
  const app = new Hono();
  const known = routes
    .filter((route) => route.since === undefined || atLeast(version, route.since))
    .filter(({ only }) => only !== 'orkes' || options.gate !== undefined)
    .filter(({ only }) => only !== 'messages' || options.messages)
    .toSorted((a, b) => variables(a) - variables(b));
  for (const route of known) {
    app.on(route.method, pathOf(route), (context) => answer(context, route, options));
  }
  for (const route of known) {
    app.options(pathOf(route), (context) => allowed(context, known));
    app.all(pathOf(route), (context) => wrongMethod(context, version));
  }
  app.notFound((context) => toResponse(noResource(new URL(context.req.url).pathname)));
  app.onError((error) => toResponse(failure(error)));
  return {
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      if (!isConductors(pathname)) return undefined;
      const stopped = await options.gate?.stop(request);
      if (stopped !== undefined) return stopped;
      if (isRefusedByTomcat(pathname, search)) return tomcatBadRequest();
      // No route of the server has an empty part.
      if (/\/\/|\/$/.test(pathname)) return toResponse(noResource(pathname));
      return await app.fetch(withoutMatrix(request, pathname));
    },
  };
}

function isConductors(path: string): boolean {
  return (
    /^\/(?:api(?:\/|$)|health\/?$|api-docs\/?$)/.test(path) && !path.startsWith('/api/v1/projects/')
  );
}

function pathOf(route: Route): string {
  return route.path.startsWith('//') ? route.path.slice(1) : `/api${route.path}`;
}

/** Counts variables: Spring prefers the route with fewer. */
function variables(route: Route): number {
  return route.path.split(':').length - 1;
}

/** Spring removes `;a=b` from every path segment. */
function withoutMatrix(request: Request, pathname: string): Request {
  if (!pathname.includes(';')) return request;
  const url = new URL(request.url);
  url.pathname = pathname.replaceAll(/;[^/]*/g, '');
  return new Request(url, request);
}

async function answer(context: Context, route: Route, options: AppOptions): Promise<Response> {
  const engine = options.engineOf();
  const { req } = context;
  const body = await req.text();
  settle(engine);
  takeNamed(engine, `${req.url} ${body}`);
  const reply = route.run({
    engine,
    index: options.index,
    isOrkes: options.gate !== undefined,
    caller: options.gate?.callerOf(req.raw),
    path: req.param(),
    query: new URL(req.url).searchParams,
    // Tomcat uses the first content type; the Go client sends two.
    contentType: req.header('content-type')?.split(',')[0] ?? null,
    body,
  });
  return toResponse(reply.kind === 'later' ? await waitFor(engine, reply) : reply);
}

/**
 * Puts the generated executions that a request names, by their ids or their tasks' ids, into the
 * store.
 */
function takeNamed(engine: Engine, text: string): void {
  if (engine.generated === undefined) return;
  for (const [id] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
    engine.generated.take(id);
  }
  for (const [id] of text.matchAll(/\bjob-\d+/g)) engine.generated.takeByCorrelation(id);
}

/** Servers before 3.32 answer a wrong method with 500. */
function wrongMethod(context: Context, version: string): Response {
  const message = `Request method '${context.req.method}' is not supported`;
  const status = atLeast(version, '3.32.0') ? 405 : 500;
  return toResponse(failure(new ServerError(status, message)));
}

function noResource(pathname: string) {
  const path = pathname.split('/').filter((part) => part !== '');
  return failure(notFound(`No static resource ${path.join('/')}.`));
}

/** Encoded slashes and NUL, letters that are not UTF-8, and signs that must be encoded. */
function isRefusedByTomcat(pathname: string, search: string): boolean {
  if (/%2f|%5c|%00/i.test(pathname) || /[[\]{}|\\^`]/.test(pathname + search)) return true;
  try {
    decodeURIComponent(pathname);
    return false;
  } catch {
    // Not UTF-8.
    return true;
  }
}

/** Answers OPTIONS: the methods of a path. */
function allowed(context: Context, known: readonly Route[]): Response {
  const paths = new Set(context.req.matchedRoutes.map((route) => route.path));
  const methods = known.filter((route) => paths.has(pathOf(route))).map((route) => route.method);
  const names = [...new Set(methods)].flatMap((name) =>
    name === 'GET' ? ['GET', 'HEAD'] : [name],
  );
  const headers = { allow: [...names, 'OPTIONS'].join(','), 'content-length': '0' };
  return new Response(null, { status: 200, headers });
}

function failure(error: unknown) {
  const known =
    error instanceof ServerError
      ? error
      : broken(error instanceof Error ? error.message : String(error));
  return json(errorBody(known), known.status);
}
