import { isStream } from './isStream.ts';

/** Keeps answers to reads, so that a later read can show an older state. */
export interface History {
  /** Records that a write was handled. */
  wrote(): void;
  /** Records the answer to a read of `target`. */
  remember(target: string, at: number, response: Response): Promise<Response>;
  /** An older answer to a read of `target`; undefined where none is old enough. */
  recall(
    target: string,
    age: { readonly writes?: number; readonly before?: number },
  ): Response | undefined;
  clear(): void;
}

interface Answer {
  readonly at: number;
  readonly writes: number;
  readonly status: number;
  readonly headers: readonly [string, string][];
  readonly body: string;
}

/** Answers kept for each target. */
const maxKept = 20;

export function createHistory(): History {
  const answers = new Map<string, Answer[]>();
  let writes = 0;
  return {
    wrote() {
      writes += 1;
    },
    async remember(target, at, response) {
      // It is not kept: reading it would wait for its end.
      if (isStream(response)) return response;
      const body = await response.text();
      const headers = [...response.headers];
      const list = answers.get(target) ?? [];
      list.push({ at, writes, status: response.status, headers, body });
      answers.set(target, list.slice(-maxKept));
      return new Response(body === '' ? null : body, { status: response.status, headers });
    },
    recall(target, age) {
      const found = answers
        .get(target)
        ?.findLast((one) =>
          age.before === undefined
            ? one.writes <= writes - (age.writes ?? 1)
            : one.at <= age.before,
        );
      if (found === undefined) return undefined;
      const body = found.body === '' ? null : found.body;
      return new Response(body, { status: found.status, headers: [...found.headers] });
    },
    clear() {
      answers.clear();
      writes = 0;
    },
  };
}
