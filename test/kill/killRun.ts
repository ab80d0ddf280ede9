import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../support/until.ts';
import { extensionHosts, kill } from '../ui/harness/extensionHost.ts';
import type { Workbench } from '../ui/harness/workbench.ts';
import type { Channel, TypedTask } from './channel.ts';
import type { KillGate } from './killGate.ts';
import { phasesOf } from './phaseOf.ts';
import type { Phase } from './phaseOf.ts';
import { plantTasks } from './plantedTasks.ts';
import type { Plan, Trigger } from './plan.ts';

/** Everything that lives on while extension hosts die. */
export interface KillStand {
  readonly workbench: Workbench;
  readonly channel: Channel;
  readonly gate: KillGate;
  /** Conductor's address without the gate. */
  readonly api: string;
}

/** What a round has left: its tasks, the tasks whose text was saved, and how far each had come. */
export interface Round {
  readonly tasks: readonly TypedTask[];
  readonly saved: ReadonlySet<string>;
  readonly phases: readonly Phase[];
}

export const connectionName = 'Kill';

const latestKillMs = 15_000;
const returnMs = 60_000;

/** Waits for another extension host; opens the window anew where none comes. */
export async function isBack(stand: KillStand): Promise<void> {
  try {
    await comesBack(stand);
  } catch {
    console.log('No extension host came: the window is opened anew.');
    kill(extensionHosts(stand.workbench.serverPid));
    await stand.workbench.crash();
    await comesBack(stand);
  }
}

async function comesBack({ channel, workbench: { page } }: KillStand): Promise<void> {
  // After the third end within minutes VS Code asks first.
  const button = page.getByRole('button', { name: 'Restart Remote Extension Host' }).first();
  await until(
    'the extension to be back',
    async () => {
      if (channel.isReady()) return true;
      if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
      return undefined;
    },
    returnMs,
  );
}

/** Gives an order and kills the extension host as planned; where no trigger is given, lets it end. */
export async function runRound(
  stand: KillStand,
  number: number,
  { kind, count, trigger }: Omit<Plan, 'trigger'> & { readonly trigger?: Trigger },
): Promise<Round> {
  const { channel, gate } = stand;
  const tasks = await plantTasks(stand.api, number, { kind, count });
  await isBack(stand);
  const hosts = extensionHosts(stand.workbench.serverPid);
  const saved = new Set<string>();
  const ended = new Set<string>();
  const failures: string[] = [];
  const allEnded = new Promise<void>((resolve) => {
    channel.onReport = ({ kind: what, task, message }) => {
      if (what === 'failed') failures.push(message ?? '');
      // The end of a list is that of all its tasks.
      const reported = task === undefined ? tasks.map(({ ref }) => ref.task) : [task];
      if (what !== 'failed') for (const id of reported) (what === 'saved' ? saved : ended).add(id);
      if (what === 'saved') gate.onMoment('text was saved');
      if (ended.size === tasks.length || what === 'failed') resolve();
    };
  });
  const killed =
    trigger === undefined ? allEnded : killAt(gate, { trigger, allEnded }, () => kill(hosts));
  channel.give({ kind, connectionName, tasks });
  await killed;
  if (failures.length > 0 && trigger === undefined) throw new Error(failures.join('\n'));
  for (const failure of failures) console.log(`The order was not followed: ${failure}`);
  if (trigger !== undefined) await isDead(stand, hosts);
  await until('requests to be handled', async () => gate.isIdle() || undefined);
  return { tasks, saved, phases: phasesOf(tasks, gate.updates, ended) };
}

/** Kills at the moment that is planned; at the end of the order, or after a while, in any case. */
async function killAt(
  gate: KillGate,
  { trigger, allEnded }: { readonly trigger: Trigger; readonly allEnded: Promise<void> },
  killNow: () => void,
): Promise<void> {
  await Promise.race([momentOf(gate, trigger, killNow), allEnded, pause(latestKillMs)]);
  gate.onMoment = () => true;
  killNow();
}

async function momentOf(gate: KillGate, trigger: Trigger, killNow: () => void): Promise<void> {
  if (trigger.kind === 'time') return pause(trigger.ms);
  let left = trigger.nth;
  await new Promise<void>((resolve) => {
    gate.onMoment = (moment) => {
      left -= moment === trigger.moment ? 1 : 0;
      if (left > 0 || moment !== trigger.moment) return true;
      gate.onMoment = () => true;
      // Right here, before the request goes on.
      if (trigger.ms === 0) killNow();
      resolve();
      return !trigger.isLost;
    };
  });
  await pause(trigger.ms);
}

/** Waits until killed hosts are gone, and with them whoever waited for an order. */
export async function isDead(
  { workbench, channel }: KillStand,
  hosts: readonly number[],
): Promise<void> {
  await until(
    'the extension host to be gone',
    async () => {
      const isThere = extensionHosts(workbench.serverPid).some((pid) => hosts.includes(pid));
      return isThere || channel.isReady() ? undefined : true;
    },
    returnMs,
  );
}
