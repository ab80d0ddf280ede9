import { formatOutput } from '../../app/output/formatOutput.ts';
import type { JournalEntry } from '../../domain/outcome.ts';
import { definitionOf, workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { Choice } from '../ui/listPick.ts';
import { agoText } from '../words/agoText.ts';

// More than a person would look through.
const mostChoices = 20;

/**
 * The outputs sent to tasks of the same definition, from the journal: newest first, without
 * repeats.
 */
export function sentOutputs(
  entries: readonly JournalEntry[],
  task: Task,
  now: number,
): readonly Choice<string>[] {
  const choices = entries.flatMap((entry): Choice<string>[] => {
    const { output } = entry.update;
    if (output === undefined || output.kind !== task.options.output?.kind) return [];
    if (!isOfDefinition(entry, task)) return [];
    const value = formatOutput(output.kind === 'text' ? output.text : output.value);
    const words = [entry.update.status, entry.outcome?.kind, agoText(entry.startedAt, now)];
    return [
      {
        label: firstWords(value),
        icon: 'history',
        description: words.filter((word) => word !== undefined).join(' · '),
        detail: `${entry.connectionName} › ${workflowTitle(entry)} › ${entry.taskName}`,
        section: 'Sent from here',
        value,
      },
    ];
  });
  return distinct(choices).slice(0, mostChoices);
}

/** Leaves out choices with a value that an earlier choice has. */
export function distinct(choices: readonly Choice<string>[]): readonly Choice<string>[] {
  const seen = new Set<string | undefined>();
  return choices.filter(({ value }) => {
    const isNew = !seen.has(value);
    seen.add(value);
    return isNew;
  });
}

function isOfDefinition({ ref, taskName, definition }: JournalEntry, task: Task): boolean {
  // Without a definition, a task's name has a meaning only within its workflow.
  if (task.definition === undefined && ref.workflow !== task.ref.workflow) return false;
  return (definition ?? definitionOf({ ref, name: taskName })) === definitionOf(task);
}

export function firstWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 100);
}
