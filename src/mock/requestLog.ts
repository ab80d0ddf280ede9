/** A request as it arrived, whether or not it was handled. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** With the question mark; empty without a query. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As text, decompressed. */
  readonly body: string;
}

/** How many requests are kept; older ones are dropped. */
const maxKept = 50_000;

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
      if (requests.length > maxKept) requests = requests.slice(-maxKept / 2);
    },
    list: () => requests,
    clear() {
      requests = [];
    },
  };
}
