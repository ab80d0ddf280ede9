import { faultKinds } from '../profiles.ts';
import type { Deed, World } from '../model.ts';
import { asDeed, newDeed } from '../deed.ts';
import { openWindow } from '../simWindow.ts';
import { streamOf } from '../streams.ts';
import { cancel } from './submit.ts';

/** What befalls people: other writers, the network, the disk, the clock and the end of a window. */

export async function somebodyWrites(world: World, deed: Deed): Promise<void> {
  const { stream } = deed;
  const gateway = stream.pick([...world.gateways.values()]);
  const task = stream.pick(gateway?.openTasks() ?? []);
  if (gateway === undefined || task === undefined) return;
  const request = gateway.server.foreignUpdate(task, stream, `f${deed.id}`);
  if (request === undefined) return;
  world.record.note(() => `#${deed.id} somebody writes f${deed.id} to ${task}`);
  await gateway.deliverForeign(request);
}

export async function workerActs(world: World, deed: Deed): Promise<void> {
  for (const gateway of world.gateways.values()) {
    for (const request of gateway.server.workerStep(deed.stream, `k${deed.id}`)) {
      await gateway.deliverForeign(request);
    }
  }
}

export async function changeWeather(world: World, { stream }: Deed): Promise<void> {
  const kinds = faultKinds.slice(0, faultKinds.indexOf('duplicate'));
  const kind = stream.pick(kinds) ?? 'refused';
  world.weather = { kind, until: world.time.now() + stream.between(500, 25_000) };
  world.record.note(() => `from now on ${kind}`);
}

export async function endSessions(world: World): Promise<void> {
  for (const { server } of world.gateways.values()) server.revoke();
}

export async function crash(world: World, deed: Deed): Promise<void> {
  deed.window.kill();
  await reopen(world, deed);
}

/** Closes a window: what it does is cancelled, and its process ends soon. */
export async function close(world: World, deed: Deed): Promise<void> {
  const { window } = deed;
  for (const other of window.deeds) cancel(world, other);
  window.isClosed = true;
  await world.time.wait(deed.stream.between(0, 3_000));
  window.kill();
  await reopen(world, deed);
}

async function reopen(world: World, { id, stream }: Deed): Promise<void> {
  await world.time.wait(stream.between(100, 40_000));
  const window = openWindow(world);
  const name = `${id} recovery`;
  const deed = newDeed(name, window, streamOf(world.seed, name));
  const recovered = asDeed(deed, () => window.app.updates.recover(deed.abort.signal));
  await Promise.race([recovered, window.died]);
}

export async function setClock(world: World, { stream }: Deed): Promise<void> {
  const by = stream.pick([-7_200_000, -60_000, -1_000, 1_000, 70_000, 3_600_000]) ?? 0;
  world.clockOffsetMs += by;
  world.clockWasSet = true;
  world.record.note(() => `the clock is set by ${by} ms`);
}

export async function troubleStorage(world: World, { window, stream }: Deed): Promise<void> {
  const kind = stream.pick(['full', 'torn', 'dies'] as const) ?? 'full';
  window.trouble = { kind, after: stream.below(8), times: stream.between(1, 4) };
  world.record.note(() => `${window.id} will have trouble: ${kind}`);
}
