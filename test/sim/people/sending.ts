import { runBulk } from '../../../src/app/bulk/runBulk.ts';
import { lastFor } from '../../../src/app/journal/sentUpdate.ts';
import { formatOutput } from '../../../src/app/output/formatOutput.ts';
import { mayUndo, undoOf } from '../../../src/app/undo/undoOf.ts';
import { stringifyJson } from '../../../src/domain/json.ts';
import type { JournalEntry } from '../../../src/domain/outcome.ts';
import type { Task } from '../../../src/domain/task.ts';
import type { Deed, Seen, World } from '../model.ts';
import { chooseTask, decideOn, look } from './look.ts';
import { proposeUpdate } from './proposeUpdate.ts';
import { cancel, submitAs } from './submit.ts';

/** The operations by which people send updates. */

export async function sendOne(world: World, deed: Deed): Promise<void> {
  const seen = await chooseTask(world, deed);
  if (seen === undefined) return;
  const update = proposeUpdate(seen.task, deed.stream, `p${deed.id}`);
  await submitAs(world, deed, { base: seen.task, update, review: deed.stream.chance(0.1) });
}

/** Types an output, and perhaps sends it. */
export async function writeDraft(world: World, deed: Deed): Promise<void> {
  const seen = await chooseTask(world, deed);
  if (seen === undefined) return;
  const { task } = seen;
  const proposed = proposeUpdate(task, deed.stream, `d${deed.id}`);
  const { output, stop, ...rest } = proposed;
  if (output === undefined || stop === true) return;
  const text = output.kind === 'object' ? formatOutput(output.value) : output.text;
  const { window } = deed;
  const draft = await window.app.drafts.write({
    ref: task.ref,
    connectionName: task.ref.connection,
    taskName: task.name,
    ...rest,
    kind: output.kind,
    ...(output.kind === 'object' ? { mode: output.mode } : {}),
    text,
    base: { output: task.output },
  });
  world.checker.typed(window, task.ref, text);
  if (deed.stream.chance(0.5)) return;
  await world.time.wait(deed.stream.between(50, 5_000));
  await submitAs(world, deed, { base: task, update: { ...rest, output }, draft });
}

export async function sendMany(world: World, deed: Deed): Promise<void> {
  const { stream, window, abort } = deed;
  const all = [...(await look(world, deed)), ...(await look(world, deed))];
  const seen = [...new Map(all.map((one) => [one.task.ref.task, one])).values()].slice(0, 5);
  const items = seen.map(({ task }, index) => ({
    base: task,
    update: proposeUpdate(task, stream, `b${deed.id}-${index}`),
  }));
  for (const one of seen) decideOn(deed, one);
  if (stream.chance(0.25)) {
    world.time.at(world.time.now() + stream.between(1, 4_000), () => cancel(world, deed));
  }
  world.record.note(() => `#${deed.id} ${window.id} sends ${items.length} together`);
  await runBulk(window.app, items, { signal: abort.signal, onProgress: () => undefined });
}

export async function undoOne(world: World, deed: Deed): Promise<void> {
  const entry = deed.stream.pick((await recent(deed)).filter(mayUndo));
  if (entry === undefined) return;
  const { engine } = await deed.window.app.connections.connected(entry.ref.connection);
  const now = await engine.readTask(entry.ref, deed.abort.signal);
  const undo = undoOf(entry, now, engine.expects);
  if (undo.kind === 'impossible' || now === undefined) return;
  const view = deed.lastRead.get(entry.ref.task)?.view ?? {};
  const { status, output } = undo.base;
  decideOn(deed, { task: now, view: { ...view, status, output: shownText(output) } });
  await submitAs(world, deed, { base: undo.base, update: undo.update });
}

function shownText(output: Task['output']): string {
  return output === undefined || output === '' ? '' : stringifyJson(output);
}

/** The last update once more, to another task. */
export async function repeatLast(world: World, deed: Deed): Promise<void> {
  await deed.window.app.lastSent.load();
  const seen = await chooseTask(world, deed);
  const last = seen && lastFor(deed.window.app.lastSent.list(), seen.task);
  if (seen !== undefined && last !== undefined) await sendTo(world, deed, seen, last.update);
}

/** An update from the journal once more, to the same task. */
export async function sendAgain(world: World, deed: Deed): Promise<void> {
  const entry = deed.stream.pick(await recent(deed));
  if (entry === undefined) return;
  const { engine } = await deed.window.app.connections.connected(entry.ref.connection);
  const task = await engine.readTask(entry.ref, deed.abort.signal);
  const view = deed.lastRead.get(entry.ref.task)?.view;
  if (task !== undefined && view !== undefined) {
    await sendTo(world, deed, { task, view }, entry.update);
  }
}

async function sendTo(
  world: World,
  deed: Deed,
  seen: Seen,
  update: JournalEntry['update'],
): Promise<void> {
  decideOn(deed, seen);
  await submitAs(world, deed, { base: seen.task, update });
}

/** Reads the tasks of outcomes that are open. */
export async function checkAgain(world: World, deed: Deed): Promise<void> {
  const open = (await recent(deed)).filter(
    ({ outcome }) => outcome?.kind === 'pending' || outcome?.kind === 'unknown',
  );
  const entry = deed.stream.pick(open);
  if (entry === undefined) return;
  world.record.note(() => `#${deed.id} checks ${entry.id} again`);
  await deed.window.app.updates.checkAgain(entry.id, deed.abort.signal);
}

function recent(deed: Deed): Promise<readonly JournalEntry[]> {
  return deed.window.app.journal.list(12);
}
