import type { Connection } from '../../../src/domain/connection.ts';
import type { Engine } from '../../../src/domain/engine.ts';
import type { SendOptions } from '../../../src/http/createSend.ts';
import type { Stream } from '../streams.ts';

/** What a person could see of a task, each field as text. The time of the change is no part. */
export type View = Readonly<Record<string, string>>;

/** The task to which a request sends an update. One of the two is known before it arrives. */
export interface Target {
  readonly task?: string;
  readonly execution?: string;
  readonly name?: string;
}

export interface Sight {
  readonly view: View;
  /** Another object after each update that was applied. */
  readonly mark: unknown;
  readonly execution: string | undefined;
  readonly name: string;
  readonly isOpen: boolean;
}

/** A state machine of the mock, with its inside open to the checker. */
export interface SimServer {
  readonly connection: Connection;
  readonly secret: string | undefined;
  /** Starts the executions with which a run begins. */
  plant(): Promise<void>;
  /** The executions or tasks that a person can open, in the order of planting. */
  readonly places: () => readonly string[];
  handle(request: Request): Promise<Response>;
  /** All tasks as they are now, by id. */
  sights(): ReadonlyMap<string, Sight>;
  /** The update that a request sends, if it is one. */
  targetOf(method: string, path: string, body: string): Target | undefined;
  /** What the answer to a read shows now, by task. A field that it does not have is absent. */
  served(method: string, path: string): ReadonlyMap<string, View>;
  connect(services: Services): Engine;
  /** A request by which somebody else changes this task; it leaves `mark` in it. */
  foreignUpdate(task: string, stream: Stream, mark: string): Request | undefined;
  /** Lets a worker take or end work. */
  workerStep(stream: Stream, mark: string): readonly Request[];
  /** Ends all sessions: the next request is answered with 401. */
  revoke(): void;
}

export type Services = Pick<SendOptions, 'transport' | 'clock' | 'log'> & {
  readonly secret: () => Promise<string | undefined>;
};

export function connectionOf(
  engine: string,
  url: string,
  details: Readonly<Record<string, string>> = {},
): Connection {
  return {
    id: engine,
    name: `The ${engine} of the run`,
    engine,
    url,
    environment: 'development',
    readOnly: false,
    details,
  };
}

export function jsonRequest(method: string, url: string, body?: unknown): Request {
  return new Request(url, {
    method,
    headers: { 'content-type': 'application/json', 'x-api-key': 'k', authorization: 'Bearer t' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export const nothingServed: ReadonlyMap<string, View> = new Map();

/** No value and an empty text are the same to a person. */
export function textOf(value: unknown): string {
  return value === undefined || value === null || value === '' ? '' : JSON.stringify(value);
}
