import { encodeKey } from '../../domain/encodeKey.ts';
import { isJsonObject, stringifyJson } from '../../domain/json.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import type { OutputMode, OutputOption } from '../../domain/taskUpdate.ts';
import type { Clock, Listen, Storage } from '../ports.ts';
import { createChangeEvent } from '../changeEvent.ts';
import { isTaskRef, isTextOrAbsent, readDocument, withBase } from '../readDocument.ts';

/** An update that is being written and was not sent. */
export interface Draft {
  readonly ref: TaskRef;
  readonly connectionName: string;
  /** As in Task: absent when it equals the id. */
  readonly workflowName?: string;
  readonly taskName: string;
  readonly status?: string;
  readonly mode?: OutputMode;
  /** Whether the text is JSON or plain text. Absent means JSON. */
  readonly kind?: OutputOption['kind'];
  /** The output exactly as typed, comments and all. */
  readonly text?: string;
  /** The output that the engine held when the text was begun. */
  readonly base?: Pick<Task, 'output'>;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, Json>>;
  /** The texts of a merge in progress. They keep safe what the person wrote before it. */
  readonly merging?: Merging;
  /** The draft began as a link, which somebody else may have written: sending always asks. */
  readonly fromLink?: true;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

/** The texts from which a merge starts. */
export interface Merging {
  /** The output when the person began to write. */
  readonly base: string;
  /** The engine's output when the change was found. */
  readonly theirs: string;
  /** The person's own text. */
  readonly yours: string;
  /** The person's text plus the changes of others that do not touch it. */
  readonly merged: string;
}

/** One draft per task, durable. */
export interface Drafts {
  read(ref: TaskRef): Promise<Draft | undefined>;
  /** The draft as it stands then. */
  write(draft: Omit<Draft, 'savedAt'>): Promise<Draft>;
  remove(ref: TaskRef): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Draft[]>;
  readonly onDidChange: Listen;
}

const folder = 'drafts/';

export function createDrafts({
  storage,
  clock,
}: {
  readonly storage: Storage;
  readonly clock: Clock;
}): Drafts {
  const changes = createChangeEvent();
  return {
    onDidChange: changes.listen,

    async read(ref) {
      return readDraft(await storage.read(keyOf(ref)));
    },

    async write(draft) {
      const document = { ...draft, savedAt: clock.now() };
      await storage.write(keyOf(draft.ref), stringifyJson(document as unknown as Json));
      changes.fire();
      return document;
    },

    async remove(ref) {
      await storage.remove(keyOf(ref));
      changes.fire();
    },

    async list() {
      const keys = await storage.keys(folder);
      const drafts = await Promise.all(keys.map(async (key) => readDraft(await storage.read(key))));
      return drafts.filter((draft) => draft !== undefined).sort((a, b) => b.savedAt - a.savedAt);
    },
  };
}

// Only what tells it from all other drafts: a file name has room for 255 bytes, and percent-
// encoding turns one letter beyond ASCII into six or more.
function keyOf({ connection, execution = '', task }: TaskRef): string {
  return folder + [connection, execution, task].map(withoutSlashes).join('/');
}

function withoutSlashes(part: string): string {
  return part.replace(/[%/\p{Surrogate}]/gu, encodeKey);
}

function readDraft(text: string | undefined): Draft | undefined {
  const stored = readDocument(text);
  if (stored === undefined) return undefined;
  const document = withBase(stored);
  return isDraft(document) ? (document as unknown as Draft) : undefined;
}

function isDraft(document: JsonObject): boolean {
  const { ref, connectionName, taskName, status, mode, kind, text, reason, fields, savedAt } =
    document;
  return (
    isTaskRef(ref) &&
    typeof connectionName === 'string' &&
    typeof taskName === 'string' &&
    typeof savedAt === 'number' &&
    [status, text, reason, document['workflowName']].every(isTextOrAbsent) &&
    [undefined, 'object', 'text'].includes(kind as string | undefined) &&
    [undefined, 'merge', 'replace'].includes(mode as string | undefined) &&
    (fields === undefined || isJsonObject(fields)) &&
    isBaseOrAbsent(document['base']) &&
    isMergingOrAbsent(document['merging'])
  );
}

function isBaseOrAbsent(value: Json | undefined): boolean {
  if (value === undefined) return true;
  const isOutput = (output: Json | undefined) => isTextOrAbsent(output) || isJsonObject(output);
  return isJsonObject(value) && isOutput(value['output']);
}

function isMergingOrAbsent(value: Json | undefined): boolean {
  if (value === undefined) return true;
  return (
    isJsonObject(value) &&
    ['base', 'theirs', 'yours', 'merged'].every((side) => typeof value[side] === 'string')
  );
}
