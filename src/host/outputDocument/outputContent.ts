import { baseOf } from '../../app/drafts/fillDraft.ts';
import type { Draft, Drafts } from '../../app/drafts/drafts.ts';
import type { Clock, Listen } from '../../app/ports.ts';
import { documentBytes, documentText, withoutMark } from '../documents/documentBytes.ts';
import { createTextsBeingSent } from './textsBeingSent.ts';
import type { OutputPath } from '../documents/outputPath.ts';
import type { OutputTasks } from './outputTasks.ts';
import { withLf } from '../words/lineEnds.ts';
import { outputText } from '../words/outputText.ts';

/** The content of an output document: the draft, or the engine's output. */
export interface Content {
  readonly bytes: Uint8Array;
  /** Changes only with the text. VS Code would take another change for a conflict when saving. */
  readonly mtime: number;
}

/** The contents of the opened documents, by their keys. */
export interface OutputContent {
  /** Undefined when there is neither a draft nor a task. Throws EngineError. */
  read(key: string, path: OutputPath): Promise<Content | undefined>;
  /** Keeps the text as the task's draft. */
  write(key: string, path: OutputPath, bytes: Uint8Array): Promise<void>;
  /** Has the content changed since VS Code read it? */
  hasMoved(key: string, path: OutputPath): Promise<boolean>;
  /**
   * Holds a document's content while its text is being sent, although its draft may go: an
   * automatic save would meet a conflict otherwise. Saving this same text meanwhile writes no
   * draft, so that a late save does not bring back a confirmed draft. Returns a function that ends
   * it.
   */
  suspendSaves(key: string, text: string): () => void;
  /**
   * The text behind what an editor shows: an editor makes line ends alike, and hides a byte order
   * mark at the start.
   */
  exactText(key: string, shown: string): string;
  /** The sending of a text has ended. */
  readonly onDidRelease: Listen;
  forget(key: string): void;
}

export interface ContentParts {
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly tasks: OutputTasks;
  connectionName(id: string): string;
}

export function createOutputContent(parts: ContentParts): OutputContent {
  const { drafts, clock, tasks } = parts;
  const textsBeingSent = createTextsBeingSent();
  const served = new Map<string, Content & { readonly text: string }>();

  function remember(key: string, text: string, bytes: Uint8Array): Content {
    const mtime = Math.max(clock.now(), (served.get(key)?.mtime ?? 0) + 1);
    const content = { text, bytes, mtime };
    served.set(key, content);
    return content;
  }

  async function textOf(key: string, path: OutputPath): Promise<string | undefined> {
    const draft = await drafts.read(path.ref);
    if (draft?.text !== undefined) return draft.text;
    const known = served.get(key);
    if (known !== undefined && textsBeingSent.has(key)) return known.text;
    const task = await tasks.base(path.ref);
    return task === undefined ? undefined : outputText(task, undefined);
  }

  async function read(key: string, path: OutputPath): Promise<Content | undefined> {
    const text = await textOf(key, path);
    if (text === undefined) return undefined;
    const known = served.get(key);
    if (known?.text === text) return known;
    return remember(key, text, documentBytes(text));
  }

  return {
    read,
    write: async (key, path, bytes) => {
      const text = documentText(bytes);
      if (textsBeingSent.has(key, withoutMark(text))) {
        remember(key, text, bytes);
        return;
      }
      const before = await drafts.read(path.ref);
      remember(key, text, bytes);
      await drafts.write({ ...before, ...draftOf(parts, path, text, before) });
    },
    hasMoved: async (key, path) => {
      const before = served.get(key);
      return before !== undefined && (await read(key, path)) !== before;
    },
    suspendSaves: textsBeingSent.hold,
    exactText: (key, shown) => {
      const text = served.get(key)?.text ?? shown;
      return withLf(withoutMark(text)) === withLf(shown) ? text : shown;
    },
    onDidRelease: textsBeingSent.onDidRelease,
    forget: (key) => served.delete(key),
  };
}

/** The draft that keeps a text; of the draft before, it holds what a text does not say. */
function draftOf(
  { tasks, connectionName }: ContentParts,
  path: OutputPath,
  text: string,
  before: Draft | undefined,
): Omit<Draft, 'savedAt'> {
  const state = tasks.latest(path.ref);
  const name = state.kind === 'known' ? state.task.name : path.taskName;
  const base = tasks.knownBase(path.ref);
  return {
    ref: path.ref,
    connectionName: connectionName(path.ref.connection),
    ...(before?.workflowName === undefined && path.workflowName !== path.ref.workflow
      ? { workflowName: path.workflowName }
      : {}),
    taskName: before?.taskName ?? name,
    kind: path.kind,
    text,
    ...(base === undefined ? {} : baseOf(before, text, base)),
  };
}
