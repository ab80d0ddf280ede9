import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { fromDraft } from './composition.ts';
import { offeredTask } from './offeredTask.ts';
import type { OnTask } from './onTask.ts';
import type { OutputDocuments } from './outputDocuments.ts';
import { pickTask } from './pickTask.ts';
import { refusalOfRole, sendWithReason, statusOfRole } from './sendStatus.ts';
import { submitUpdate } from './submit.ts';
import type { UpdateContext } from './updateContext.ts';
import { updateTask } from './updateTask.ts';

/** What can be done to a task: each command takes the row's task, or asks for one. */
export function createTaskCommands(context: UpdateContext, documents: OutputDocuments) {
  const { pins, connections, views, drafts } = context;

  /** The task given, or one picked among those that can be picked for this. */
  const onTask =
    (
      title: string,
      refusalOf: (task: Task) => string | undefined,
      run: (task: Task, isGiven: boolean) => Promise<void>,
    ): OnTask =>
    async (given) => {
      const task = given ?? (await pickTask(context, title, refusalOf));
      if (task === undefined) return;
      await run(offeredTask(task, connections.find(task.ref.connection)), given !== undefined);
    };

  const sendRole = (role: 'complete' | 'fail') => async (task: Task, isGiven: boolean) => {
    const status = statusOfRole(task, role);
    if (status === undefined) return;
    const draft = fromDraft(await drafts.read(task.ref));
    const hasDraft = (draft.text ?? '').trim() !== '';
    await sendWithReason(context, {
      task,
      composition: { ...(hasDraft ? draft : {}), status },
      entrance: isGiven ? 'view' : 'palette',
      // The draft is not on show now: they look at it before it goes.
      ...(hasDraft ? { review: true } : {}),
    });
  };

  return {
    'task.update': (given: Task | undefined) => updateTask(context, documents, given),
    'task.complete': onTask(
      'Complete Task',
      (task) => refusalOfRole(task, 'complete'),
      sendRole('complete'),
    ),
    'task.fail': onTask('Fail Task', (task) => refusalOfRole(task, 'fail'), sendRole('fail')),
    'task.stop': onTask('Stop Task', refusalOfStop, async (task, isGiven) => {
      if (task.options.stop === undefined) return;
      const update = { status: task.options.stop.status, stop: true } as const;
      await submitUpdate(context, { task, entrance: isGiven ? 'view' : 'palette' }, update);
    }),
    'task.editOutput': onTask('Edit Output', refusalOfOutput, (task) => documents.open(task)),
    'task.pin': onTask('Pin Task', anyTask, (task) => pins.pin(task)),
    'task.unpin': () => pins.unpin(),
    'task.open': onTask('Show Task', anyTask, (task) => views.showTask(task)),
    'task.copyId': onTask('Copy Task ID', anyTask, async ({ ref }) => {
      await vscode.env.clipboard.writeText(ref.task);
      vscode.window.setStatusBarMessage(`Copied ${ref.task}`, 3000);
    }),
  };
}

function anyTask(): undefined {
  return undefined;
}

function refusalOfStop({ options }: Task): string | undefined {
  const noStop = 'This task cannot be stopped from here.';
  return options.refusal ?? (options.stop === undefined ? noStop : options.stop.refusal);
}

function refusalOfOutput({ options }: Task): string | undefined {
  if (options.refusal !== undefined) return options.refusal;
  return options.output === undefined ? 'This task takes no output.' : undefined;
}
