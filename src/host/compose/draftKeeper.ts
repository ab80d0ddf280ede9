import type { Log } from '../../app/ports.ts';
import type { Draft } from '../../app/drafts/drafts.ts';
import type { Task } from '../../domain/task.ts';
import { hasContent, toDraft } from './composition.ts';
import type { Composition } from './composition.ts';
import type { DraftParts } from './keepDraft.ts';

/**
 * Writes the draft while the person types, because a reload or crash closes a box without an event.
 */
export interface DraftKeeper {
  /** When typing is faster than writing, only the newest text is written. */
  keep(composition: Composition): void;
  /** Resolves when everything is written. Await it before other code touches the draft. */
  done(): Promise<void>;
}

/** `before` is the draft at the time when the first box opened. */
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
    // The person deleted what they had typed, and there was no draft before.
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

// The task's document may save the draft while the box is open: its text must stay.
function textOf({ text, base }: Partial<Draft> = {}): Pick<Draft, 'text' | 'base'> {
  if (text === undefined) return {};
  return base === undefined ? { text } : { text, base };
}
