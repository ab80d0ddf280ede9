import type { JsonObject } from '../../domain/json.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { OutputMode } from '../../domain/update.ts';
import { encodeLinkText } from './encodeLinkText.ts';

/**
 * The connection that a link means. It is looked for among those that the person has: a link
 * neither adds one nor leads one elsewhere.
 */
export interface LinkedConnection {
  readonly id: string;
  /** Absent for the demo, which is on each machine by the same id. */
  readonly server?: LinkedServer;
}

/** What tells a server on a machine where the connection has another id. */
export interface LinkedServer {
  readonly engine: string;
  readonly url: string;
  /** Details without which the address is not the whole place: a CDF project. */
  readonly details: Readonly<Record<string, string>>;
}

/** An update as a link carries it; everything as text, and checked as if it had been typed. */
export interface LinkedUpdate {
  readonly status?: string;
  readonly output?: string;
  readonly mode?: OutputMode;
  readonly reason?: string;
  readonly fields?: JsonObject;
}

export interface Link {
  readonly connection: LinkedConnection;
  /** Its connection is the id on the machine where the link was made. */
  readonly ref: TaskRef;
  /** Absent: the link opens the task. */
  readonly update?: LinkedUpdate;
}

/** A longer link is neither made nor opened: chats, browsers and Windows cut longer ones. */
export const longestLink = 8000;

/** What identifies a place beyond its address, of all engines' details. */
export const identifyingDetails: readonly string[] = ['project', 'organization'];

/** "vscode://publisher.name/task?connection=…", from `base`, which ends before the path. */
export function formatLink(base: string, { connection, ref, update }: Link): string {
  const { server } = connection;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['connection', connection.id],
    ['engine', server?.engine],
    ['url', server?.url],
    ...Object.entries(server?.details ?? {}),
    ['workflow', ref.workflow],
    ['execution', ref.execution],
    ['task', ref.task],
    ['status', update?.status],
    ['mode', update?.mode],
    ['reason', update?.reason],
    ['fields', update?.fields && stringifyJson(update.fields)],
    ['output', update?.output],
  ];
  const query = parts
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeLinkText(value)}`]))
    .join('&');
  return `${base}/${update === undefined ? 'task' : 'update'}?${query}`;
}
