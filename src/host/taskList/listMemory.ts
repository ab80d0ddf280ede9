import { createChangeEvent } from '../../app/changeEvent.ts';
import type { Listen, Log } from '../../app/ports.ts';
import type { TaskList } from '../../app/taskList/taskList.ts';
import type { TaskLists } from '../../app/taskList/taskLists.ts';

/** The lists of open documents. Each is read from the storage once. */
export interface ListMemory {
  /** Undefined while the list is being read, or when there is none. */
  get(id: string): TaskList | undefined;
  /** Waits for the reading. */
  load(id: string): Promise<TaskList | undefined>;
  /** Stores the list and fires `onDidChange`. */
  keep(list: TaskList): Promise<void>;
  /** Drops a list that is no longer open or stored; `load` reads it again. */
  forget(id: string): void;
  readonly onDidChange: Listen;
}

export function createListMemory(lists: TaskLists, log: Log): ListMemory {
  const changes = createChangeEvent();
  const known = new Map<string, TaskList>();
  const loading = new Map<string, Promise<TaskList | undefined>>();

  async function read(id: string): Promise<TaskList | undefined> {
    const list = await lists.read(id);
    loading.delete(id);
    if (list !== undefined && !known.has(id)) {
      known.set(id, list);
      changes.fire();
    }
    return known.get(id);
  }

  async function load(id: string): Promise<TaskList | undefined> {
    const list = known.get(id);
    if (list !== undefined) return list;
    const running = loading.get(id) ?? read(id);
    loading.set(id, running);
    return running;
  }

  return {
    load,
    get: (id) => {
      const list = known.get(id);
      if (list === undefined) {
        load(id).catch((error: unknown) => log.error(`A list was not read: ${String(error)}`));
      }
      return list;
    },
    keep: async (list) => {
      await lists.write(list);
      known.set(list.id, list);
      changes.fire();
    },
    forget: (id) => known.delete(id),
    onDidChange: changes.listen,
  };
}
