import { isAbort, isEngineError } from '../../src/domain/engineError.ts';
import { isOpenOutcome } from '../../src/domain/outcome.ts';
import { createWorld } from './createWorld.ts';
import { asDeed, newDeed } from './deed.ts';
import type { World } from './model.ts';
import { operations } from './people/operations.ts';
import { profiles } from './profiles.ts';
import type { OperationKind, ProfileName } from './profiles.ts';
import { count } from './record.ts';
import type { RunRecord } from './record.ts';
import { openWindow } from './simWindow.ts';
import { streamOf } from './streams.ts';

/** One operation of a run; its number names its random decisions. */
export interface Planned {
  readonly number: number;
  readonly kind: OperationKind;
  /** Milliseconds from the start. */
  readonly at: number;
  /** Which of the two windows. */
  readonly side: number;
}

export interface RunOptions {
  /** The numbers of the operations that happen; all by default. */
  readonly only?: readonly number[];
  readonly isTraced?: boolean;
}

const hour = 3_600_000;

/** All operations of a seed, in the order of their numbers. */
export function planOf(seed: number, profile: ProfileName): readonly Planned[] {
  const length = streamOf(seed, profile, 'length').between(12, 30);
  const bursts = Array.from({ length: 4 }, (_, n) => streamOf(seed, 'burst', n).below(90_000));
  return Array.from({ length }, (_, number) => {
    const stream = streamOf(seed, profile, number, 'plan');
    const weights: Readonly<Partial<Record<OperationKind, number>>> = profiles[profile].operations;
    return {
      number,
      kind: stream.weighed(weights) ?? 'look',
      at: (stream.pick(bursts) ?? 0) + stream.below(stream.pick([50, 3_000, 30_000]) ?? 50),
      side: stream.below(2),
    };
  });
}

/** Plays one seed. The same seed, profile and operations always play the same. */
export async function runSeed(
  seed: number,
  profile: ProfileName,
  { only, isTraced = false }: RunOptions = {},
): Promise<RunRecord> {
  const world = createWorld(seed, profiles[profile], isTraced);
  const { time, record } = world;
  const chance = streamOf(seed, 'Math.random');
  const restore = time.install(() => chance.below(2 ** 30) / 2 ** 30);
  try {
    await time.until(play(world, planOf(seed, profile), only), time.now() + 24 * hour);
  } catch (error) {
    record.fails('ends', error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    restore();
  }
  return record;
}

async function play(
  world: World,
  plan: readonly Planned[],
  only: readonly number[] | undefined,
): Promise<void> {
  for (const { server } of world.gateways.values()) await world.time.during(server.plant());
  openWindow(world);
  openWindow(world);
  const chosen = plan.filter(({ number }) => only === undefined || only.includes(number));
  await Promise.all(chosen.map((planned) => playOne(world, planned)));
  await endQuietly(world);
}

async function playOne(world: World, { number, kind, at, side }: Planned): Promise<void> {
  await world.time.wait(at);
  const alive = world.windows.filter((window) => window.isAlive && !window.isClosed);
  const window = alive[side % Math.max(1, alive.length)];
  // Nobody is there.
  if (window === undefined) return;
  count(world.record.operations, kind);
  const deed = newDeed(String(number), window, streamOf(world.seed, number));
  world.record.note(() => `#${number} ${window.id} ${kind}`);
  const done = asDeed(deed, () => operations[kind](world, deed)).catch((error: unknown) => {
    if (!isEngineError(error) && !isAbort(error) && !isDiskError(error)) throw error;
    world.record.note(() => `#${number} ${window.id} fails: ${String(error)}`);
  });
  const outlives = kind === 'crash' || kind === 'close';
  await (outlives ? done : Promise.race([done, window.died]));
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** No more trouble: the windows close, one opens, recovers, and checks again what is open. */
async function endQuietly(world: World): Promise<void> {
  const { time, windows, checker } = world;
  world.isCalm = true;
  for (const window of windows) window.trouble = undefined;
  // What is still on its way arrives.
  await time.wait(2 * 60_000);
  for (const window of windows) {
    if (!window.isAlive) continue;
    await checker.afterwards(window, 'operations');
    window.kill();
  }
  const window = openWindow(world);
  const { updates, journal } = window.app;
  const deed = newDeed('quiet restart', window, streamOf(world.seed, 'quiet restart'));
  await asDeed(deed, async () => {
    await updates.recover(deed.abort.signal);
    // A confirmation is looked at once more a little later.
    await time.wait(5_000);
    await checker.afterwards(window, 'restart');
    for (const { id, outcome } of await journal.list(10_000)) {
      if (isOpenOutcome(outcome)) await updates.checkAgain(id, deed.abort.signal);
    }
    await time.wait(5_000);
    await checker.afterwards(window, 'checkAgain');
  });
}
