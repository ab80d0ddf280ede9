/** A request of the table, sent to the real server and to the mock. */
export interface Row {
  /**
   * Method and path below the base URL; a path that starts with `//` is below the origin.
   * `{name}` is replaced by what an earlier row kept under that name, in the body too; `{n}` is a
   * prefix for names that no other run uses.
   */
  readonly send: string;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  /** `application/json` by default where there is a body; '' sends none. */
  readonly contentType?: string;
  /** Names under which parts of the answer are kept: `text`, or a path such as `tasks.0.taskId`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** An execution whose state must be equal afterwards; waited for until the deadline. */
  readonly state?: string;
  /** The state waits for a timer of the server, or for a JOIN: 3.21 looks at those ever more rarely. */
  readonly patient?: boolean;
  /** How to compare bodies: values by default, `shape` = keys and types, `none` = not at all. */
  readonly compare?: 'values' | 'shape' | 'none';
  /** Differences that are right, and why. */
  readonly explain?: readonly Explanation[];
  /** Only for servers of at least this version. */
  readonly since?: string;
  /** Only for servers below this version. */
  readonly before?: string;
}

/** Why a difference at the paths that `at` matches is no mistake of the mock. */
export interface Explanation {
  readonly at: RegExp;
  readonly reason: string;
}

/** A task of a definition in the table. */
export function task(type: string, ref: string, more: object = {}): Record<string, unknown> {
  return { name: `{n}_${ref}`, taskReferenceName: ref, type, ...more };
}

/** Registers a definition and starts it; keeps the execution's id as `id`. */
export function begin(name: string, tasks: readonly unknown[], more: object = {}): Row[] {
  const { input = {}, ...definition } = more as { input?: object };
  const body = { name: `{n}_${name}`, version: 1, ownerEmail: 'a@example.com', tasks };
  return [
    { send: 'POST /metadata/workflow', body: { ...body, ...definition } },
    {
      send: `POST /workflow/{n}_${name}`,
      body: input,
      keep: { [name]: 'text' },
      state: `{${name}}`,
    },
  ];
}
