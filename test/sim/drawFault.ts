import { readFaults, updateFaults } from './fates.ts';
import type { Call } from './gateway.ts';
import type { World } from './model.ts';
import type { FaultKind } from './profiles.ts';
import type { Stream } from './streams.ts';

/** The fault that befalls this request; undefined for none. */
export function drawFault(
  world: World,
  stream: Stream,
  call: Call,
  isUpdate: boolean,
): FaultKind | undefined {
  const { weather, profile, time } = world;
  const roll = stream.below(1_000);
  if (world.isCalm) return undefined;
  if (weather !== undefined && time.now() < weather.until) return weather.kind;
  let left = roll;
  for (const [kind, weight] of Object.entries(profile.faults) as [FaultKind, number][]) {
    left -= weight;
    if (left < 0) return isPossible(kind, call, isUpdate) ? kind : undefined;
  }
  return undefined;
}

function isPossible(kind: FaultKind, { method }: Call, isUpdate: boolean): boolean {
  if (updateFaults.has(kind)) return isUpdate;
  return !readFaults.has(kind) || (method === 'GET' && !isUpdate);
}
