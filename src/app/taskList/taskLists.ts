import { isJsonObject, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Clock, Storage } from '../ports.ts';
import { isTaskRef, isTextOrAbsent, readDocument, withBase } from '../readDocument.ts';
import type { TaskList } from './taskList.ts';
import { storedTask } from './storedTask.ts';

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
  const { id, title, source, readAt, markedAt, notice, tasks } = document;
  const isList =
    typeof id === 'string' &&
    typeof title === 'string' &&
    typeof readAt === 'number' &&
    (markedAt === undefined || typeof markedAt === 'number') &&
    isTextOrAbsent(notice) &&
    isSource(source) &&
    Array.isArray(tasks);
  if (!isList) return undefined;
  const listed = (tasks as readonly Json[]).flatMap(readListed);
  return listed.length === tasks.length
    ? ({ ...document, tasks: listed } as unknown as TaskList)
    : undefined;
}

/** Empty for what is no task of a list. For flatMap. */
function readListed(value: Json): readonly JsonObject[] {
  if (!isJsonObject(value) || typeof value['label'] !== 'string') return [];
  const { base, now, ...rest } = withBase(value);
  const [first, second] = [storedTask(base), storedTask(now)];
  if (first === undefined || (now !== undefined && second === undefined)) return [];
  return [{ ...rest, base: first, ...(second === undefined ? {} : { now: second }) }];
}

function isSource(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, connection, workflow, execution, refs, sources } = value;
  switch (kind) {
    case 'waiting':
      return true;
    case 'connection':
      return typeof connection === 'string';
    case 'workflow':
      return typeof connection === 'string' && typeof workflow === 'string';
    case 'execution':
      return typeof connection === 'string' && typeof execution === 'string';
    case 'tasks':
      return Array.isArray(refs) && refs.every(isTaskRef);
    case 'several':
      return Array.isArray(sources) && (sources as readonly Json[]).every(isSource);
    default:
      return false;
  }
}

function readStoredText(text: string | undefined): ListText | undefined {
  const document = readDocument(text);
  const [content, savedAt] = [document?.['text'], document?.['savedAt']];
  return typeof content === 'string' && typeof savedAt === 'number'
    ? { text: content, savedAt }
    : undefined;
}
