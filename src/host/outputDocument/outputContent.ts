import { baseOf } from '../../app/drafts/fillDraft.ts';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { Clock, Listen } from '../../app/ports.ts';
import { documentBytes, documentText, withoutMark } from '../documents/documentBytes.ts';
import { createTextsBeingSent } from './textsBeingSent.ts';
import type { OutputPath } from '../documents/outputPath.ts';
import type { OutputTasks } from './outputTasks.ts';
import { withLf } from '../words/lineEnds.ts';
import { outputText } from '../words/outputText.ts';

/** What an output document holds: the draft, or what the engine holds. */
export interface Content {
  readonly bytes: Uint8Array;
  /** Moves on only where the text does: else a save would be refused as a conflict. */
  readonly mtime: number;
}

/** The contents of the documents that were opened, by their key. */
export interface OutputContent {
  /** Undefined when there is neither a draft nor such a task. Throws EngineError. */
  read(key: string, path: OutputPath): Promise<Content | undefined>;
  /** Keeps the text as the task's draft. */
  write(key: string, path: OutputPath, bytes: Uint8Array): Promise<void>;
  /** Has the content changed behind an open document's back? */
  hasMoved(key: string, path: OutputPath): Promise<boolean>;
  /**
   * While a text is being sent, the content stands still where its draft goes: a save that
   * VS Code does by itself meanwhile would be refused as a conflict. A write of this very text makes
   * no draft, so that a late save does not bring back what was confirmed. Returns how to end that.
   */
  suspendSaves(key: string, text: string): () => void;
  /**
   * The text behind what an editor shows: an editor makes line ends alike, and hides a byte order
   * mark at the start.
   */
  exactText(key: string, shown: string): string;
  /** A text was sent, and its document may be saved again. */
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
    const task = await tasks.seen(path.ref);
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
      const state = tasks.latest(path.ref);
      const name = state.kind === 'known' ? state.task.name : path.taskName;
      const seen = tasks.seenAlready(path.ref);
      remember(key, text, bytes);
      await drafts.write({
        ...before,
        ref: path.ref,
        connectionName: parts.connectionName(path.ref.connection),
        ...(before?.workflowName === undefined && path.workflowName !== path.ref.workflow
          ? { workflowName: path.workflowName }
          : {}),
        taskName: before?.taskName ?? name,
        kind: path.kind,
        text,
        ...(seen === undefined ? {} : baseOf(before, text, seen)),
      });
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
