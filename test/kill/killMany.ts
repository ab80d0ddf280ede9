import type { Counts } from '../../scripts/counts.ts';
import { inFlightFiles } from '../host/files.ts';
import { startMock } from '../support/startMock.ts';
import { until } from '../support/until.ts';
import { extensionHosts, kill } from '../ui/harness/extensionHost.ts';
import { openWorkbench } from '../ui/harness/workbench.ts';
import { channelVariable, openChannel } from './channel.ts';
import { startKillGate } from './killGate.ts';
import { connectionName, isBack, isDead, runRound } from './killRun.ts';
import type { KillStand, Round } from './killRun.ts';
import { phases } from './phaseOf.ts';
import { connectionId, shownTask } from './plantedTasks.ts';
import { createRandom, planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { readStored } from './storedState.ts';
import { wrongs } from './verdict.ts';
import type { KilledTask } from './verdict.ts';

// What left no trace is watched for a minute before it is told.
const settledMs = 180_000;
// A file aside is taken for left behind when it is a minute old.
const asideMs = 61_000;

interface Killed extends Round {
  readonly plan: Pick<Plan, 'kind'>;
}

/** Kills so many times, and says what is wrong in the end: one passed or failed for each kill. */
export async function killMany(kills: number, seed: number): Promise<Counts> {
  const mock = await startMock({ seed: 'empty' });
  const gate = await startKillGate(new URL(mock.conductorUrl).origin);
  const channel = await openChannel();
  process.env[channelVariable] = channel.url;
  const url = new URL(new URL(mock.conductorUrl).pathname, gate.url).href;
  const connection = { id: connectionId, name: connectionName, engine: 'conductor', url };
  const settings = { 'workflowTasks.connections': [connection] };
  const workbench = await openWorkbench({ settings });
  process.env['WORKFLOW_TASKS_USER_DATA'] = workbench.userDataDir;
  const stand = { workbench, channel, gate, api: mock.conductorUrl };
  try {
    const rounds = await killInTurns(stand, kills, createRandom(seed));
    const wrong = await settleAndCompare(stand, rounds);
    console.log(summary(rounds, gate.updates.length));
    for (const sentence of wrong) console.log(`✖ ${sentence}`);
    return { passed: Math.max(kills - wrong.length, 0), failed: wrong.length };
  } finally {
    await workbench.close();
    await channel.close();
    await gate.close();
    await mock.close();
  }
}

async function killInTurns(
  stand: KillStand,
  kills: number,
  random: () => number,
): Promise<readonly Killed[]> {
  const rounds: Killed[] = [];
  for (let number = 1; number <= kills; number++) {
    const plan = planOf(random);
    const round = await runRound(stand, number, plan);
    rounds.push({ ...round, plan });
    console.log(`kill ${number}: ${plan.kind}, ${countsOf(round.phases)}`);
  }
  return rounds;
}

async function settleAndCompare(
  stand: KillStand,
  rounds: readonly Killed[],
): Promise<readonly string[]> {
  const killedAt = Date.now();
  await isBack(stand);
  await until(
    () =>
      `the outcomes of ${inFlightFiles()
        .map(({ taskName }) => taskName)
        .join(', ')}`,
    async () => inFlightFiles().length === 0 || undefined,
    settledMs,
  );
  await until('files aside to be old', async () => Date.now() > killedAt + asideMs || undefined);
  // A start of its own, and one order of each kind that nobody ends, look at every folder again.
  const hosts = extensionHosts(stand.workbench.serverPid);
  kill(hosts);
  await isDead(stand, hosts);
  const last: Killed[] = [];
  for (const [index, kind] of (['documents', 'list'] as const).entries()) {
    const round = await runRound(stand, rounds.length + 1 + index, { kind, count: 2 });
    last.push({ ...round, plan: { kind } });
  }
  const tasks = await Promise.all([...rounds, ...last].flatMap((round) => asShown(stand, round)));
  return wrongs(tasks, stand.gate.updates, await readStored(stand.workbench.userDataDir));
}

function asShown({ api }: KillStand, round: Killed): readonly Promise<KilledTask>[] {
  return round.tasks.map(async (task) => ({
    id: task.ref.task,
    name: task.taskName,
    kind: round.plan.kind,
    text: task.text,
    isSaved: round.saved.has(task.ref.task),
    ...(await shownTask(api, task)),
  }));
}

function summary(rounds: readonly Killed[], updates: number): string {
  const hit = rounds.flatMap((round) => round.phases);
  const bulks = rounds.filter(({ plan }) => plan.kind === 'list').length;
  return [
    `${rounds.length} kills, ${bulks} of them while many were sent; ${hit.length} tasks, ${updates} updates came to the server.`,
    `When their host was killed they were: ${countsOf(hit)}.`,
  ].join('\n');
}

function countsOf(hit: Round['phases']): string {
  return phases
    .map((phase) => ({ phase, count: hit.filter((one) => one === phase).length }))
    .filter(({ count }) => count > 0)
    .map(({ phase, count }) => `${count} ${phase}`)
    .join(', ');
}
