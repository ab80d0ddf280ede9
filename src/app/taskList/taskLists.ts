import { isJsonObject, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Clock, Storage } from '../ports.ts';
import { isTaskRef, readDocument, withBase } from '../readDocument.ts';
import type { TaskList } from './taskList.ts';
import { withUnavailable } from './withUnavailable.ts';

/** The saved text of a document. */
export interface ListText {
  readonly text: string;
  /** In epoch milliseconds. It grows with every save and survives a restart. */
  readonly savedAt: number;
}

/** The stored lists and their texts. They survive the window. */
export interface TaskLists {
  /** Undefined if there is none, or if it cannot be read any more. */
  read(id: string): Promise<TaskList | undefined>;
  write(list: TaskList): Promise<void>;
  readText(id: string): Promise<ListText | undefined>;
  /** Returns what was written. */
  writeText(id: string, text: string): Promise<ListText>;
  remove(id: string): Promise<void>;
  /** Newest first. */
  all(): Promise<readonly TaskList[]>;
}

const listFolder = 'taskLists/';
const textFolder = 'taskTexts/';

export function createTaskLists(storage: Storage, clock: Pick<Clock, 'now'>): TaskLists {
  const read = async (key: string) => readStored(await storage.read(key));
  const readText = async (id: string) => readStoredText(await storage.read(textFolder + id));
  return {
    read: (id) => read(listFolder + id),
    readText,

    async write(list) {
      await storage.write(listFolder + list.id, stringifyJson(list as unknown as Json));
    },

    async writeText(id, text) {
      const before = await readText(id);
      const written = { text, savedAt: Math.max(clock.now(), (before?.savedAt ?? 0) + 1) };
      await storage.write(textFolder + id, stringifyJson(written));
      return written;
    },

    async remove(id) {
      await storage.remove(textFolder + id);
      await storage.remove(listFolder + id);
    },

    async all() {
      const keys = await storage.keys(listFolder);
      const lists = await Promise.all(keys.map(read));
      return lists.filter((list) => list !== undefined).toSorted((a, b) => b.readAt - a.readAt);
    },
  };
}

function readStored(text: string | undefined): TaskList | undefined {
  const document = readDocument(text);
  if (document === undefined) return undefined;
  const { id, title, source, readAt, tasks } = document;
  const isList =
    typeof id === 'string' &&
    typeof title === 'string' &&
    typeof readAt === 'number' &&
    isJsonObject(source) &&
    Array.isArray(tasks);
  if (!isList) return undefined;
  const listed = tasks.map((task) => (isJsonObject(task) ? readListed(task) : task));
  return listed.every(isListed)
    ? ({ ...document, tasks: listed } as unknown as TaskList)
    : undefined;
}

function readListed(listed: JsonObject): JsonObject {
  const { base, now, ...rest } = withBase(listed);
  return {
    ...rest,
    ...(base === undefined ? {} : { base: withUnavailable(base) }),
    ...(now === undefined ? {} : { now: withUnavailable(now) }),
  };
}

function isListed(value: Json): boolean {
  if (!isJsonObject(value) || typeof value['label'] !== 'string') return false;
  const { base, now } = value;
  return isStoredTask(base) && (now === undefined || isStoredTask(now));
}

function isStoredTask(value: Json | undefined): boolean {
  return (
    isJsonObject(value) &&
    isTaskRef(value['ref']) &&
    typeof value['name'] === 'string' &&
    typeof value['status'] === 'string' &&
    isJsonObject(value['options'])
  );
}

function readStoredText(text: string | undefined): ListText | undefined {
  const document = readDocument(text);
  const [content, savedAt] = [document?.['text'], document?.['savedAt']];
  return typeof content === 'string' && typeof savedAt === 'number'
    ? { text: content, savedAt }
    : undefined;
}
