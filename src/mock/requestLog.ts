/** A request as it arrived, whatever became of it. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** With the question mark; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As text, unpacked where the client packed it with gzip. */
  readonly body: string;
}

/** How many requests are remembered: the oldest are dropped. */
const most = 50_000;

export interface RequestLog {
  add(request: RecordedRequest): void;
  list(): readonly RecordedRequest[];
  clear(): void;
}

export function createRequestLog(): RequestLog {
  let requests: RecordedRequest[] = [];
  return {
    add(request) {
      requests.push(request);
      if (requests.length > most) requests = requests.slice(-most / 2);
    },
    list: () => requests,
    clear() {
      requests = [];
    },
  };
}
