import { executionTasks } from '../../../src/domain/executionTasks.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { Deed, Seen, World } from '../model.ts';
import type { Stream } from '../streams.ts';

/** Opens an execution, or a list, and looks at its tasks. Empty where it could not be read. */
export async function look(world: World, deed: Deed): Promise<readonly Seen[]> {
  const gateway = deed.stream.pick([...world.gateways.values()]);
  const place = deed.stream.pick(gateway?.server.places() ?? []);
  if (gateway === undefined || place === undefined) return [];
  const { id } = gateway.server.connection;
  const tasks = await tasksAt(deed, id, place);
  const seen = tasks.flatMap((task) => {
    const view = deed.lastRead.get(task.ref.task)?.view;
    return view === undefined || task.options.unavailable !== undefined ? [] : [{ task, view }];
  });
  deed.window.seen.push(...seen);
  return seen;
}

/** A task to decide about: one that is on the screen already, or a fresh look. */
export async function chooseTask(world: World, deed: Deed): Promise<Seen | undefined> {
  const { stream, window } = deed;
  const isOld = stream.chance(0.4);
  const recent = window.seen.slice(-6);
  const chosen = isOld && recent.length > 0 ? recent : await look(world, deed);
  const seen = stream.pick(chosen);
  if (seen !== undefined) decideOn(deed, seen);
  return seen;
}

/** From here on the person knows this of the task. */
export function decideOn(deed: Deed, { task, view }: Seen): void {
  deed.agreed.set(task.ref.task, [view]);
}

async function tasksAt(deed: Deed, connection: string, place: string): Promise<readonly Task[]> {
  const { signal } = deed.abort;
  const { engine } = await deed.window.app.connections.connected(connection);
  if (engine.readExecution !== undefined) {
    return executionTasks((await engine.readExecution(place, signal)).nodes);
  }
  const page = await engine.listTasks?.({ workflow: place }, { size: 50 }, signal);
  const listed = page?.items ?? [];
  if (deed.stream.chance(0.5)) return listed;
  return readOne(deed.stream, listed, async (task) => engine.readTask(task.ref, signal));
}

async function readOne(
  stream: Stream,
  listed: readonly Task[],
  read: (task: Task) => Promise<Task | undefined>,
): Promise<readonly Task[]> {
  const listedTask = stream.pick(listed);
  const task = listedTask && (await read(listedTask));
  return task === undefined ? [] : [task];
}
