import type { Sight, SimServer, Target, View } from './servers/simServer.ts';
import type { VirtualTime } from './virtualTime.ts';

/** A request as it leaves a window. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, and what the server knows about it. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly served: ReadonlyMap<string, View>;
  /** The task to which the request's update was applied. */
  readonly applied: string | undefined;
}

/** A state of a task, and who brought it about. */
export interface Change {
  readonly at: number;
  /** The id of a journal entry, `others`, or `server` for what it did by itself. */
  readonly by: string;
  readonly view: View;
}

/** The way to a server: one request after the other, each with its effect. */
export interface Gateway {
  readonly server: SimServer;
  /** `by` is the id of the journal entry, or `others`. */
  deliver(call: Call, by: string): Promise<Answer>;
  deliverForeign(request: Request): Promise<void>;
  /** All states of a task, oldest first. */
  historyOf(task: string): readonly Change[];
  /** An earlier answer to the same read; undefined where there is none. */
  earlier(call: Call): Answer | undefined;
  /** The last answer to another read. */
  another(call: Call): Answer | undefined;
  openTasks(): readonly string[];
}

export function createGateway(server: SimServer, time: VirtualTime): Gateway {
  const histories = new Map<string, Change[]>();
  const answers = new Map<string, Answer[]>();
  const marks = new Map<string, unknown>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Notes what changed since the last look; `by` changed the task `aimed`. */
  function observe(target: Target | undefined, by: string): string | undefined {
    let applied: string | undefined;
    for (const [task, sight] of server.sights()) {
      const history = histories.get(task) ?? [];
      const isMarked = marks.get(task) !== sight.mark;
      if (isMarked && isAimedAt(target, task, sight) && history.length > 0) applied = task;
      if (isMarked || !sameView(history.at(-1)?.view, sight.view)) {
        history.push({ at: time.now(), by: applied === task ? by : 'server', view: sight.view });
        histories.set(task, history);
        marks.set(task, sight.mark);
      }
    }
    return applied;
  }

  async function answerTo(request: Request, call: Call, by: string): Promise<Answer> {
    observe(undefined, 'server');
    const served = server.served(call.method, call.path);
    const target = server.targetOf(call.method, call.path, call.body);
    const response = await server.handle(request);
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    const applied = observe(target, by);
    return { status: response.status, type, text, served, applied };
  }

  /** One after the other, so that each change has one cause. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = time.during(queue.then(work));
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    server,

    deliver: (call, by) =>
      inTurn(async () => {
        const hasBody = call.body !== '';
        const request = new Request(call.url, {
          method: call.method,
          headers: call.headers,
          ...(hasBody ? { body: call.body } : {}),
        });
        const answer = await answerTo(request, call, by);
        if (call.method === 'GET' && answer.status === 200) {
          answers.set(call.url, [...(answers.get(call.url) ?? []), answer].slice(-8));
        }
        return answer;
      }),

    deliverForeign: (request) =>
      inTurn(async () => {
        const { method, url } = request;
        const body = await request.clone().text();
        const call = { method, url, path: new URL(url).pathname, headers: {}, body };
        await answerTo(request, call, 'others');
      }),

    historyOf: (task) => histories.get(task) ?? [],
    earlier: (call) => answers.get(call.url)?.at(-2) ?? answers.get(call.url)?.at(-1),
    another: (call) => [...answers].findLast(([url]) => url !== call.url)?.[1].at(-1),
    openTasks: () => [...server.sights()].filter(([, sight]) => sight.isOpen).map(([task]) => task),
  };
}

function isAimedAt(target: Target | undefined, task: string, sight: Sight): boolean {
  if (target === undefined) return false;
  if (target.task !== undefined) return target.task === task;
  return target.execution === sight.execution && target.name === sight.name;
}

export function sameView(a: View | undefined, b: View): boolean {
  return a !== undefined && Object.keys(b).every((key) => a[key] === b[key]);
}
