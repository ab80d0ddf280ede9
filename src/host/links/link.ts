import type { JsonObject } from '../../domain/json.ts';
import { stringifyJson } from '../../domain/json.ts';
import type { TaskRef } from '../../domain/task.ts';
import type { OutputMode } from '../../domain/taskUpdate.ts';
import { encodeLinkText } from './encodeLinkText.ts';

/**
 * The connection of a link. It must be one of the person's own connections: a link never adds or
 * redirects one.
 */
export interface LinkedConnection {
  readonly id: string;
  /** Absent for the demo, whose id is the same on every machine. */
  readonly server?: LinkedServer;
}

/** Identifies the server when the connection has another id here. */
export interface LinkedServer {
  readonly engine: string;
  readonly url: string;
  /** Details that belong to the address, such as a CDF project. */
  readonly details: Readonly<Record<string, string>>;
}

/** An update in a link. All parts are text, and checked like typed text. */
export interface LinkedUpdate {
  readonly status?: string;
  readonly output?: string;
  readonly mode?: OutputMode;
  readonly reason?: string;
  readonly fields?: JsonObject;
}

export interface Link {
  readonly connection: LinkedConnection;
  /** The connection in it is the id on the machine that made the link. */
  readonly ref: TaskRef;
  /** Absent when the link only opens the task. */
  readonly update?: LinkedUpdate;
}

/** The limit for making and opening links. Chats, browsers and Windows cut longer ones. */
export const longestLink = 8000;

/** The details of all engines that belong to the address. */
export const identifyingDetails: readonly string[] = ['project', 'organization'];

/** "vscode://publisher.name/task?connection=…". `base` ends before the path. */
export function formatLink(base: string, { connection, ref, update }: Link): string {
  const { server } = connection;
  // Not every server tells the workflow, and the task is found without.
  const workflow = ref.workflow || undefined;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['connection', connection.id],
    ['engine', server?.engine],
    ['url', server?.url],
    ...Object.entries(server?.details ?? {}),
    ['workflow', workflow],
    ['execution', ref.execution],
    ['task', ref.task],
    ['status', update?.status],
    ['mode', update?.mode],
    ['reason', update?.reason],
    ['fields', jsonOf(update?.fields)],
    ['output', update?.output],
  ];
  const query = parts
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeLinkText(value)}`]))
    .join('&');
  return `${base}/${update === undefined ? 'task' : 'update'}?${query}`;
}

/** JSON leaves some control characters as they are, and no link may hold one. */
function jsonOf(fields: JsonObject | undefined): string | undefined {
  if (fields === undefined) return undefined;
  return stringifyJson(fields).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
