import type { Log } from '../../app/ports.ts';
import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { hasContent, toDraft } from './composition.ts';
import type { Composition } from './composition.ts';
import type { DraftParts } from './keepDraft.ts';

/**
 * Keeps what is typed into a box as the task's draft while it is being typed: a reload or a crash
 * tells no box that it closes.
 */
export interface DraftKeeper {
  /** Where writing is slower than typing, only the newest is written. */
  keep(composition: Composition): void;
  /** Resolves when all of it is written; wait for it before the draft is touched elsewhere. */
  done(): Promise<void>;
}

/** `before` is the draft as it stood when the first box opened. */
export function createDraftKeeper(
  { drafts, connections, log }: DraftParts & { readonly log: Pick<Log, 'warn'> },
  task: Task,
  before: Draft | undefined,
): DraftKeeper {
  let next: Composition | undefined;
  let writing: Promise<void> | undefined;

  async function write(composition: Composition): Promise<void> {
    const { text, ...others } = composition;
    const isTyped = text !== undefined && text !== before?.text;
    const beside = isTyped ? {} : textOf(await drafts.read(task.ref));
    const standing = beside.text === undefined ? before : { ...before, ...beside };
    // Typed and taken out again: then there is nothing to go on with.
    if (standing === undefined && !hasContent(composition)) return drafts.remove(task.ref);
    const connection = connections.find(task.ref.connection);
    await drafts.write(toDraft(task, connection, isTyped ? composition : others, standing));
  }

  async function writeAll(): Promise<void> {
    while (next !== undefined) {
      const newest = next;
      next = undefined;
      await write(newest).catch((error: unknown) => {
        log.warn(`What was typed for ${task.name} could not be kept: ${String(error)}`);
      });
    }
    writing = undefined;
  }

  return {
    keep: (composition) => {
      next = composition;
      writing ??= writeAll();
    },
    done: async () => writing,
  };
}

// The task's document may be typed in beside the box: what was saved there stays.
function textOf({ text, base }: Partial<Draft> = {}): Pick<Draft, 'text' | 'base'> {
  if (text === undefined) return {};
  return base === undefined ? { text } : { text, base };
}
