import * as vscode from 'vscode';
import { countText } from '../../app/bulk/countText.ts';
import type { Submitted } from '../../app/updates/submitRequest.ts';
import type { Task } from '../../domain/task.ts';
import type { AppParts } from '../appParts.ts';
import type { Viewers } from '../documents/viewers.ts';
import type { CommandId } from '../manifest.generated.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { whyNoRole } from '../send/roleStatus.ts';
import type { Sender } from '../send/sender.ts';
import type { ChosenTasks, CommandTargets, RunOnTask } from '../trees/commandTargets.ts';
import type { Handler } from '../ui/handler.ts';
import { offeredTask } from '../words/offeredTask.ts';
import { iconFree } from '../words/plainText.ts';
import { whyNoOutput } from '../words/whyNoOutput.ts';
import type { Repeat } from './repeatLast.ts';
import { blankButtons } from './blankButtons.ts';
import type { SendOnce } from './sendOnce.ts';
import { updateTask } from './updateTask.ts';

/** The commands for several selected tasks. */
export type ManyCommands = Readonly<
  Record<'update' | 'complete' | 'fail' | 'editOutput', (chosen: ChosenTasks) => Promise<void>>
>;

export interface TaskCommandPorts {
  readonly sender: Sender;
  readonly viewers: Pick<Viewers, 'showTask' | 'peekTask'>;
  readonly documents: Pick<OutputDocuments, 'open'>;
  readonly targets: CommandTargets;
  readonly many: ManyCommands;
  readonly repeat: Repeat;
  readonly sendOnce: SendOnce;
  /** Called after a key of a view was used. */
  onKeyUsed(): Promise<void>;
}

/** The commands of a task. Without a row, each asks for one. */
export function createTaskCommands(app: AppParts, ports: TaskCommandPorts) {
  const { sender, viewers, documents, targets, many, repeat, sendOnce } = ports;
  const { forTask, forTasks } = targets;
  const onTask = taskOrPicked(app);
  const send =
    (role: 'complete' | 'fail', title: string): RunOnTask =>
    async (given, leaving) => {
      const task = given ?? (await pickTask(app, title, (one) => whyNoRole(one, role)));
      if (task === undefined) return;
      const advance = leaving?.();
      const offered = offeredTask(task, app.connections.find(task.ref.connection));
      const submitted =
        given === undefined
          ? await sender.sendRole(role, offered, 'palette')
          : await sendOnce(role, given, () => sender.sendRole(role, offered, by(leaving)));
      // Not awaited: a notification stays open.
      if (leaving !== undefined) void ports.onKeyUsed();
      // Not awaited: while it draws rows anew, VS Code answers late, or never.
      if (isConfirmed(submitted)) void advance?.().catch(() => undefined);
    };
  return {
    'workflowTasks.task.next': targets.step(1),
    'workflowTasks.task.previous': targets.step(-1),
    'workflowTasks.task.update': forTasks(
      (task) => updateTask(app, sender, documents, { task }),
      many.update,
    ),
    'workflowTasks.task.complete': forTasks(send('complete', 'Complete Task'), many.complete),
    'workflowTasks.task.fail': forTasks(send('fail', 'Fail Task'), many.fail),
    'workflowTasks.task.stop': forTask(
      onTask('Stop Task', whyNoStop, (task, isGiven) =>
        stopTask(sender, task, isGiven ? 'view' : 'palette'),
      ),
    ),
    'workflowTasks.task.repeat': forTask(repeat),
    ...blankButtons(app, targets),
    'workflowTasks.task.editOutput': forTasks(
      onTask('Edit Output', whyNoOutput, documents.open),
      many.editOutput,
    ),
    'workflowTasks.task.pin': forTask(onTask('Pin Task to Status Bar', anyTask, app.pins.pin)),
    'workflowTasks.task.unpin': () => app.pins.unpin(),
    'workflowTasks.task.open': forTask(onTask('Show Task', anyTask, viewers.showTask)),
    'workflowTasks.task.peek': forTask(onTask('Preview Task', anyTask, viewers.peekTask)),
    'workflowTasks.task.copyId': forTasks(
      onTask('Copy Task ID', anyTask, (task) => copyTaskIds([task])),
      ({ tasks }) => copyTaskIds(tasks),
    ),
  } satisfies Partial<Record<CommandId, Handler>>;
}

function by(leaving: unknown): 'key' | 'view' {
  return leaving === undefined ? 'view' : 'key';
}

/** Runs with the given task, else with one that the person picks. */
function taskOrPicked(app: AppParts) {
  return <T>(
    title: string,
    whyUnavailable: (task: Task) => string | undefined,
    run: (task: Task, isGiven: boolean) => Promise<T>,
  ) =>
    async (given: Task | undefined): Promise<T | undefined> => {
      const task = given ?? (await pickTask(app, title, whyUnavailable));
      if (task === undefined) return undefined;
      return run(offeredTask(task, app.connections.find(task.ref.connection)), given !== undefined);
    };
}

function isConfirmed(submitted: Submitted | undefined): boolean {
  return submitted?.kind === 'settled' && submitted.entry.outcome.kind === 'confirmed';
}

async function stopTask(
  sender: Sender,
  task: Task,
  entrance: 'view' | 'palette',
): Promise<Submitted | undefined> {
  const { stop } = task.options;
  const unavailable = whyNoStop(task);
  if (stop !== undefined && unavailable === undefined) {
    return sender.send({ base: task, update: { status: stop.status, stop: true } }, entrance);
  }
  sender.tellInvalid(task, [{ message: unavailable ?? '' }]);
  return undefined;
}

async function copyTaskIds(tasks: readonly Task[]): Promise<void> {
  const [first] = tasks;
  if (first === undefined) {
    void vscode.window.showInformationMessage('No task is among the selected rows.');
    return;
  }
  await vscode.env.clipboard.writeText(tasks.map(({ ref }) => ref.task).join('\n'));
  const what = tasks.length === 1 ? first.ref.task : `the IDs of ${countText(tasks.length)}`;
  vscode.window.setStatusBarMessage(`Copied ${iconFree(what)}`, 3000);
}

function anyTask(): undefined {
  return undefined;
}

function whyNoStop({ options }: Task): string | undefined {
  const noStop = 'This task cannot be stopped from here.';
  return options.unavailable ?? (options.stop === undefined ? noStop : options.stop.unavailable);
}
