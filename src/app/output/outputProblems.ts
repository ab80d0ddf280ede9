import { jsonBytes, utf8Bytes } from '../../domain/json.ts';
import type { Output, Task } from '../../domain/task.ts';
import type { OutputChange, OutputOption } from '../../domain/taskUpdate.ts';
import { bytesText } from './bytesText.ts';
import { mergedOutput } from './mergedOutput.ts';
import type { Problem } from '../problem.ts';

/** The problems that keep an output from being sent to this task. */
export function outputProblems(task: Task, change: OutputChange): readonly Problem[] {
  const option = task.options.output;
  if (option === undefined) {
    return [{ message: 'This task takes no output: leave it out.', path: ['output'] }];
  }
  if (option.kind !== change.kind) return [{ message: kindProblem(option), path: ['output'] }];
  if (change.kind === 'object' && !option.modes.includes(change.mode)) {
    const modes = option.modes.join(' or ');
    return [
      {
        message: `The output of this task cannot be sent as "${change.mode}": choose ${modes}.`,
        path: ['output', 'mode'],
      },
    ];
  }
  const message = sizeProblem(task.output, change, option);
  return message === undefined ? [] : [{ message, path: ['output'] }];
}

function kindProblem(option: OutputOption): string {
  return option.kind === 'object'
    ? 'The output of this task is a JSON object, not text: put it in braces.'
    : 'The output of this task is text, not a JSON object.';
}

function sizeProblem(
  held: Output,
  change: OutputChange,
  { limitBytes, heldLimitBytes = limitBytes }: OutputOption,
): string | undefined {
  const sent = outputBytes(change.kind === 'text' ? change.text : change.value);
  if (sent > limitBytes) return tooLargeText(sent, limitBytes);
  const merged = outputBytes(mergedOutput(held, change));
  if (merged <= heldLimitBytes) return undefined;
  return (
    `With the keys that the task holds already, the output has ${bytesText(merged)}, ` +
    `and the engine takes ${bytesText(heldLimitBytes)} at most: shorten it.`
  );
}

/** The sentence for an output over the limit. Sizes are bytes of UTF-8, as sent. */
export function tooLargeText(bytes: number, limitBytes: number): string {
  const [size, limit] = [bytesText(bytes), bytesText(limitBytes)];
  // Rounded sizes can look equal.
  const exact = size === limit ? ` (${bytes} of ${limitBytes} bytes)` : '';
  return `The output has ${size}, and the engine takes ${limit} at most${exact}: shorten it.`;
}

function outputBytes(output: Output): number {
  if (output === undefined) return 0;
  return typeof output === 'string' ? utf8Bytes(output) : jsonBytes(output);
}
