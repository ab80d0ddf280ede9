import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { offeredTask } from '../words/offeredTask.ts';
import type { OutputDocuments } from '../outputDocument/outputDocuments.ts';
import { pickTask } from '../pickTask/pickTask.ts';
import { presentRefusal } from '../send/present.ts';
import { refusalOfOutput } from '../words/refusalOfOutput.ts';
import { sendRole } from '../send/sendRole.ts';
import { refusalOfRole } from '../send/sendStatus.ts';
import { submitUpdate } from '../send/submit.ts';
import type { UpdateContext } from '../send/updateContext.ts';
import { updateTask } from './updateTask.ts';

/** What can be done to a task: each command takes the row's task, or asks for one. */
export function createTaskCommands(context: UpdateContext, documents: OutputDocuments) {
  const { pins, connections, views } = context;

  /** The task given, or one picked among those that can be picked for this. */
  const onTask =
    <T>(
      title: string,
      refusalOf: (task: Task) => string | undefined,
      run: (task: Task, isGiven: boolean) => Promise<T>,
    ) =>
    async (given: Task | undefined): Promise<T | undefined> => {
      const task = given ?? (await pickTask(context, title, refusalOf));
      if (task === undefined) return undefined;
      return run(offeredTask(task, connections.find(task.ref.connection)), given !== undefined);
    };

  const send = (role: 'complete' | 'fail') => (task: Task, isGiven: boolean) =>
    sendRole(context, role, task, isGiven ? 'view' : 'palette');

  return {
    'task.update': (given: Task | undefined) => updateTask(context, documents, given),
    'task.complete': onTask(
      'Complete Task',
      (task) => refusalOfRole(task, 'complete'),
      send('complete'),
    ),
    'task.fail': onTask('Fail Task', (task) => refusalOfRole(task, 'fail'), send('fail')),
    'task.stop': onTask('Stop Task', refusalOfStop, async (task, isGiven) => {
      const { stop } = task.options;
      if (stop === undefined) {
        void presentRefusal(context, task, [{ message: refusalOfStop(task) ?? '' }]);
        return;
      }
      const update = { status: stop.status, stop: true } as const;
      await submitUpdate(context, { task, entrance: isGiven ? 'view' : 'palette' }, update);
    }),
    'task.editOutput': onTask('Edit Output', refusalOfOutput, (task) => documents.open(task)),
    'task.pin': onTask('Pin Task to Status Bar', anyTask, (task) => pins.pin(task)),
    'task.unpin': () => pins.unpin(),
    'task.open': onTask('Show Task', anyTask, (task) => views.showTask(task)),
    'task.peek': onTask('Preview Task', anyTask, (task) => views.peekTask(task)),
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
