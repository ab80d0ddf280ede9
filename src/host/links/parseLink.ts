import { isJsonObject, parseJson } from '../../domain/json.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { OutputMode } from '../../domain/taskUpdate.ts';
import { identifyingDetails, longestLink } from './link.ts';
import type { Link, LinkedConnection, LinkedUpdate } from './link.ts';
import { decodeLinkText } from './encodeLinkText.ts';

export type ParsedLink =
  | { readonly kind: 'link'; readonly link: Link }
  /** A sentence for the person, and the reason alone. */
  | { readonly kind: 'bad'; readonly message: string; readonly why: string };

/** The longest id; engines allow 255 characters. */
const longestId = 1024;
const texts = new Set(['output', 'reason', 'fields']);
const modes: readonly OutputMode[] = ['merge', 'replace'];
const known = new Set([
  'connection',
  'engine',
  'url',
  ...identifyingDetails,
  'workflow',
  'execution',
  'task',
  'status',
  'mode',
  ...texts,
]);

/**
 * Parses a link, which anybody may have written, and checks it before it is used. VS Code has
 * decoded the percent signs of `query` once.
 */
export function parseLink(path: string, query: string): ParsedLink {
  if (path !== '/task' && path !== '/update') return bad('it leads to nothing that is known.');
  if (query.length > longestLink) return bad(`it is longer than ${longestLink} characters.`);
  const values = new Map<string, string>();
  for (const part of query.split('&').filter((text) => text !== '')) {
    const [key = ''] = part.split('=', 1);
    const value = decodeLinkText(part.slice(key.length + 1));
    // A newer version may know more parts. Without them, only half of the update would be sent.
    if (!known.has(key)) return bad('it holds a part that this version does not know.');
    if (values.has(key)) return bad(`it says ${key} twice.`);
    if (value === undefined) return bad(`its ${key} is damaged.`);
    const problem = problemOf(key, value);
    if (problem !== undefined) return bad(problem);
    values.set(key, value);
  }
  return linkOf(values, path === '/update');
}

function problemOf(key: string, value: string): string | undefined {
  const isText = texts.has(key);
  const controls = isText ? /[^\P{Cc}\t\n\r]/u : /\p{Cc}/u;
  if (controls.test(value)) return `its ${key} holds control characters.`;
  if (!isText && value.length > longestId) return `its ${key} is too long.`;
  return value === '' && !isText ? `its ${key} is empty.` : undefined;
}

function linkOf(values: ReadonlyMap<string, string>, isUpdate: boolean): ParsedLink {
  const connection = connectionOf(values);
  const task = values.get('task');
  const execution = values.get('execution');
  if (typeof connection === 'string') return bad(connection);
  if (task === undefined) return bad('it names no task.');
  const ref = {
    connection: connection.id,
    workflow: values.get('workflow') ?? '',
    ...(execution === undefined ? {} : { execution }),
    task,
  };
  if (!isUpdate) return { kind: 'link', link: { connection, ref } };
  const update = updateOf(values);
  if (typeof update === 'string') return bad(update);
  return { kind: 'link', link: { connection, ref, update } };
}

function connectionOf(values: ReadonlyMap<string, string>): LinkedConnection | string {
  const id = values.get('connection');
  const engine = values.get('engine');
  const url = values.get('url');
  if (id === undefined) return 'it names no connection.';
  if ((engine === undefined) !== (url === undefined)) return 'it names half a server.';
  if (engine === undefined || url === undefined) return { id };
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return 'its url is no address of a server.';
  const details = identifyingDetails.flatMap((key) => {
    const value = values.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { id, server: { engine, url, details: Object.fromEntries(details) } };
}

function updateOf(values: ReadonlyMap<string, string>): LinkedUpdate | string {
  const mode = modes.find((one) => one === values.get('mode'));
  if (mode === undefined && values.has('mode')) return 'its mode is unknown.';
  const fields = fieldsOf(values.get('fields'));
  if (typeof fields === 'string') return fields;
  const status = values.get('status');
  const output = values.get('output');
  const reason = values.get('reason');
  const update = {
    ...(status === undefined ? {} : { status }),
    ...(output === undefined ? {} : { output }),
    ...(mode === undefined ? {} : { mode }),
    ...(reason === undefined ? {} : { reason }),
    ...(fields === undefined ? {} : { fields }),
  };
  return Object.keys(update).length === 0 ? 'it names a task and no update.' : update;
}

function fieldsOf(text: string | undefined): JsonObject | undefined | string {
  if (text === undefined) return undefined;
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : 'its fields are no JSON object.';
  } catch {
    return 'its fields are no JSON object.';
  }
}

function bad(why: string): ParsedLink {
  return { kind: 'bad', message: `The link was not opened: ${why}`, why };
}
