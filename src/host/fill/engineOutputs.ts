import { formatOutput } from '../../app/output/formatOutput.ts';
import type { EarlierOutput } from '../../domain/engine.ts';
import type { Task } from '../../domain/task.ts';
import type { Choice } from '../ui/listPick.ts';
import { agoText } from '../words/agoText.ts';
import { firstWords } from './sentOutputs.ts';

/** The outputs of earlier tasks of the same definition, from the engine. */
export function engineOutputs(
  earlier: readonly EarlierOutput[],
  task: Task,
  now: number,
): readonly Choice<string>[] {
  return earlier.flatMap(({ source, endedAt, value }): Choice<string>[] => {
    const kind = typeof value === 'string' ? 'text' : 'object';
    if (value === undefined || kind !== task.options.output?.kind) return [];
    return [
      {
        label: firstWords(formatOutput(value)),
        icon: 'server',
        ...(endedAt === undefined ? {} : { description: agoText(endedAt, now) }),
        detail: source,
        section: 'Held by the engine',
        value: formatOutput(value),
      },
    ];
  });
}
