import * as vscode from 'vscode';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import { linkFree } from '../words/plainText.ts';

/** The status of a role; where it is not allowed, the person reads why and it is undefined. */
export function statusOfRole(task: Task, role: 'complete' | 'fail'): string | undefined {
  const option = statusFor(task.options, role);
  if (option !== undefined) return option.status;
  void vscode.window.showWarningMessage(linkFree(`${task.name}: ${whyNoRole(task, role) ?? ''}`));
  return undefined;
}

/** Why a role's status cannot be set; undefined when it can. */
export function whyNoRole(task: Task, role: 'complete' | 'fail'): string | undefined {
  const { options } = task;
  if (statusFor(options, role) !== undefined) return undefined;
  const unavailable = options.statuses.find((status) => status.role === role)?.unavailable;
  const verb = role === 'complete' ? 'completed' : 'failed';
  return options.unavailable ?? unavailable ?? `This task cannot be ${verb} from here.`;
}
