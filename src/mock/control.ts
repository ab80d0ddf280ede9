import type { MockClock } from './clock.ts';
import { parseFaultRules, type Faults } from './faults.ts';
import type { RequestLog } from './requestLog.ts';

export interface ControlDeps {
  readonly clock: MockClock;
  readonly log: RequestLog;
  readonly faults: Faults;
  reset(): void;
}

type Control = (request: Request, path: string) => Promise<Response>;

/**
 * The control paths below /__mock__: GET and DELETE requests, POST reset, POST clock {advanceMs},
 * GET clock, POST faults (a rule or a list; replaces all rules), GET faults.
 */
export function createControl(deps: ControlDeps): Control {
  const { clock, log, faults } = deps;
  const paths: Readonly<Record<string, (body: unknown) => unknown>> = {
    'GET /requests': () => log.list(),
    'DELETE /requests': () => log.clear(),
    'POST /reset': () => deps.reset(),
    'GET /clock': () => ({ now: clock.now() }),
    'POST /clock': (body) => {
      clock.advance(readAdvance(body));
      return { now: clock.now() };
    },
    'GET /faults': () => faults.list(),
    'POST /faults': (body) => faults.set(parseFaultRules(body)),
  };
  return async (request, path) => {
    const run = paths[`${request.method} ${path.replace(/\/$/, '')}`];
    if (run === undefined) {
      return Response.json(
        { error: `Known are ${Object.keys(paths).join(', ')}.` },
        { status: 404 },
      );
    }
    try {
      const text = await request.text();
      const result = run(text === '' ? undefined : JSON.parse(text));
      return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return Response.json({ error: message }, { status: 400 });
    }
  };
}

function readAdvance(body: unknown): number {
  if (typeof body === 'object' && body !== null && 'advanceMs' in body) {
    const { advanceMs } = body;
    if (typeof advanceMs === 'number' && advanceMs >= 0) return advanceMs;
  }
  throw new TypeError('The body must be {"advanceMs": milliseconds}.');
}
