import type { Change, Question } from '../../app/updates/submission.ts';
import { oneLine } from './plainText.ts';
import { outputDifference } from './outputDifference.ts';
import type { OutputDifference } from './outputDifference.ts';
import { statusVerb } from './statusChoices.ts';

/** A confirmation in words. */
export interface QuestionText {
  readonly message: string;
  readonly detail: string;
  /** The button that sends. */
  readonly verb: string;
}

const changeLabels: Record<Change['what'], string> = {
  status: 'Status',
  output: 'Output',
  worker: 'Worker',
  time: 'Last update',
};

/** What a person reads before they agree to an update. */
export function questionText(question: Question): QuestionText {
  const { task, connection, update } = question;
  const verb = statusVerb(task.options, update.status);
  return {
    message: titleOf(question),
    verb,
    detail: [
      [
        `Connection: ${oneLine(connection.name)} (${connection.environment})`,
        `Task: ${oneLine(task.name)} in ${oneLine(task.ref.workflow)}`,
        `Status: ${question.before.status} → ${question.proposed.status}`,
        ...outputLines(question),
        ...(update.reason === undefined ? [] : [`Reason: ${oneLine(update.reason)}`]),
      ],
      question.consequences.map((sentence) => oneLine(sentence, 300)),
      changeLines(question.changes),
    ]
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n'),
  };
}

function titleOf({ task, update }: Question): string {
  const name = `“${oneLine(task.name, 80)}”`;
  const role = task.options.statuses.find((option) => option.status === update.status)?.role;
  if (update.status === undefined || role === 'save') return `Save the output of ${name}?`;
  if (role === undefined) return `Set ${name} to ${update.status}?`;
  return `${statusVerb(task.options, update.status)} ${name}?`;
}

function outputLines(question: Question): readonly string[] {
  if (question.update.output === undefined) return ['Output: none sent'];
  const difference = outputDifference(question.before.output, question.proposed.output);
  if (difference === undefined) return ['Output: a new text'];
  return [`Output: ${differenceText(difference)}`];
}

/** "adds approved, note; changes amount"; key names are cut, and so are long lists. */
export function differenceText(difference: OutputDifference): string {
  const parts = [
    part('adds', difference.added),
    part('changes', difference.changed),
    part('removes', difference.removed),
  ].filter((text) => text !== undefined);
  return parts.length === 0 ? 'unchanged' : parts.join('; ');
}

const namedKeys = 5;

function part(verb: string, keys: readonly string[]): string | undefined {
  if (keys.length === 0) return undefined;
  const names = keys.slice(0, namedKeys).map((key) => oneLine(key, 40));
  const rest = keys.length - names.length;
  return `${verb} ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function changeLines(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  return [
    'It changed since you looked:',
    ...changes.map(
      ({ what, from, to }) => `${changeLabels[what]}: ${oneLine(from, 80)} → ${oneLine(to, 80)}`,
    ),
  ];
}
