import type { Answer, Call, Gateway } from './gateway.ts';
import type { Deed, World } from './model.ts';
import type { FaultKind } from './profiles.ts';
import type { Stream } from './streams.ts';

/** A request on its way. */
export interface Passage {
  readonly world: World;
  readonly gateway: Gateway;
  readonly deed: Deed;
  readonly call: Call;
  readonly fault: FaultKind | undefined;
  readonly stream: Stream;
  /** The journal entry whose update it carries. */
  readonly entry: string | undefined;
}

/** Lets the request reach the server at these times, counted from now; returns all answers. */
export async function arrive(
  passage: Passage,
  arrivals: readonly number[],
): Promise<readonly Answer[]> {
  const { world, gateway, call, fault, entry } = passage;
  const started = world.time.now();
  const answers: Answer[] = [];
  for (const arrival of arrivals) {
    await world.time.wait(started + arrival - world.time.now());
    if (fault === 'foreignBefore') await somebodyWrites(passage);
    const answer = await gateway.deliver(call, entry ?? '');
    if (entry !== undefined) world.checker.arrived(entry, answer);
    answers.push(answer);
    if (fault === 'foreignAfter') await somebodyWrites(passage);
  }
  return answers;
}

/** Somebody else changes the task of the request, or one that the server has. */
async function somebodyWrites({ world, gateway, call, deed, stream }: Passage): Promise<void> {
  const { server } = gateway;
  const [shown] = server.served(call.method, call.path).keys();
  const task =
    server.targetOf(call.method, call.path, call.body)?.task ??
    shown ??
    stream.pick(gateway.openTasks());
  const mark = `o${deed.id}-${deed.requests}`;
  const request = task === undefined ? undefined : server.foreignUpdate(task, stream, mark);
  if (request === undefined) return;
  world.record.note(() => `somebody writes ${mark} to ${task}`);
  await gateway.deliverForeign(request);
}
