/** A request of the table, sent to the real server and to the mock. */
export interface Row {
  /**
   * Method and path below the base URL, or below the origin if the path starts with `//`. `{name}`
   * in the path or the body is replaced by the value that an earlier row saved under this name;
   * `{n}` is a prefix for names unique to this run.
   */
  readonly send: string;
  /** Sent as JSON; a string is sent unchanged. */
  readonly body?: unknown;
  /** `application/json` by default where there is a body; '' sends no content type. */
  readonly contentType?: string;
  /**
   * The names under which parts of the answer are saved: `text`, or a path such as
   * `tasks.0.taskId`.
   */
  readonly keep?: Readonly<Record<string, string>>;
  /** An execution whose state must become equal before the deadline. */
  readonly state?: string;
  /**
   * True where the state depends on a timer of the server or on a JOIN, which 3.21 checks less and
   * less often.
   */
  readonly patient?: boolean;
  /**
   * How to compare bodies: values by default, `shape` for keys and types, `none` for not at all.
   */
  readonly compare?: 'values' | 'shape' | 'none';
  /** Send it again and again until its state's execution has this status. */
  readonly until?: string;
  /** Expected differences and their reasons. */
  readonly explain?: readonly Explanation[];
  /** Only for servers of at least this version. */
  readonly since?: string;
  /** Only for servers below this version. */
  readonly before?: string;
}

/** The reason why differences at paths that match `at` are no error of the mock. */
export interface Explanation {
  readonly at: RegExp;
  readonly reason: string;
}

/** For bodies that are not JSON. */
export const parserWords: readonly Explanation[] = [
  { at: /^body\.message$/, reason: "The parser's own words are not imitated." },
];

/** A task in a definition of the table. */
export function task(type: string, ref: string, more: object = {}): Record<string, unknown> {
  return { name: `{n}_${ref}`, taskReferenceName: ref, type, ...more };
}

/** Starts a definition of the table again; saves the execution's id as `id`. */
export function startAgain(definition: string, id: string, input: object = {}): Row {
  return {
    send: `POST /workflow/{n}_${definition}`,
    body: input,
    keep: { [id]: 'text' },
    state: `{${id}}`,
  };
}

/** Registers a definition and starts it; saves the execution's id as `id`. */
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
