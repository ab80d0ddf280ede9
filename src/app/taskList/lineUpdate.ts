import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import { statusFor } from '../../domain/taskUpdate.ts';
import type { TaskUpdate, UpdateOptions } from '../../domain/taskUpdate.ts';
import { check } from '../updates/check.ts';
import type { Problem } from '../problem.ts';
import { outputOf } from './lineOutput.ts';
import type { LineOutput } from './lineOutput.ts';
import { lineError } from './lineProblem.ts';
import type { LineProblem } from './lineProblem.ts';
import type { ListLine } from './listLine.ts';
import { meaningOf } from './meaningOf.ts';

/** The update that a line asks for, with its problems. */
export interface LineUpdate {
  /** Absent if the line asks for nothing. Present with problems if it cannot be sent. */
  readonly update?: TaskUpdate;
  readonly problems: readonly LineProblem[];
}

/**
 * Reads the update from a line. `task` is as the person saw it and tells what they changed.
 * `latest` was read last and tells what is allowed.
 */
export function lineUpdate(
  line: ListLine,
  task: Task,
  latest: Task,
  connection: Connection | undefined,
): LineUpdate {
  if (line.status.text === '' && task.status !== '') {
    return { problems: [...line.problems, missingStatus(line)] };
  }
  const read = line.output === undefined ? noOutput : outputOf(line.output, latest.options.output);
  const problems = [...line.problems, ...read.problems];
  const isBad = problems.some(({ severity }) => severity === 'error');
  const update = updateOf(line, task, read, keptStatus(task, latest.options));
  if (isBad || update === undefined)
    return update === undefined ? { problems } : { update, problems };
  const checked = problemsOf(update, latest, connection);
  return { update, problems: [...problems, ...checked.map((problem) => at(problem, line))] };
}

const noOutput: LineOutput = { problems: [] };

function updateOf(
  line: ListLine,
  task: Task,
  { output }: LineOutput,
  kept: string | undefined,
): TaskUpdate | undefined {
  const meaning = meaningOf(line.status.text, task);
  const reason = line.reason?.text ?? '';
  const isReasonGiven = reason.trim() !== '';
  if (meaning.kind === 'same' && output === undefined && !isReasonGiven) return undefined;
  const status = meaning.kind === 'other' ? meaning.status : kept;
  return {
    ...(status === undefined ? {} : { status }),
    ...(output === undefined ? {} : { output }),
    ...(isReasonGiven ? { reason } : {}),
  };
}

/**
 * The status for an output alone: none, or the one that keeps the task open if the engine needs
 * one.
 */
function keptStatus({ status }: Task, options: UpdateOptions): string | undefined {
  if (options.canKeepStatus === true) return undefined;
  const isOffered = options.statuses.some((option) => option.status === status);
  return isOffered ? status : (statusFor(options, 'save')?.status ?? status);
}

function missingStatus({ status }: ListLine): LineProblem {
  const message = 'The status is missing: it stands at the beginning of the line.';
  return lineError(message, status.start, status.start);
}

function problemsOf(
  update: TaskUpdate,
  latest: Task,
  connection: Connection | undefined,
): readonly Problem[] {
  if (connection === undefined) return [{ message: 'Its connection is no longer set up.' }];
  return check(connection, latest, update);
}

function at({ message, path }: Problem, line: ListLine): LineProblem {
  const [part] = path ?? [];
  const { start, end } =
    (part === 'output' ? line.output : undefined) ??
    (part === 'reason' ? line.reason : undefined) ??
    line.status;
  return lineError(message, start, end);
}
