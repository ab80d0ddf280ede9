import type { Change } from '../../app/updates/changesBetween.ts';
import type { Question } from '../../app/updates/question.ts';
import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import type { StatusOption } from '../../domain/taskUpdate.ts';
import { fieldText } from './fieldText.ts';
import { oneLine } from './plainText.ts';
import { outputDifference } from './outputDifference.ts';
import type { OutputDifference } from './outputDifference.ts';
import { outputWord, statusVerb } from './statusChoices.ts';

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
  reason: 'Reason',
  worker: 'Worker',
  field: 'Field',
  time: 'Last update',
};

/** The text of the confirmation before an update. */
export function questionText(question: Question): QuestionText {
  const { task, connection, update } = question;
  return {
    message: titleOf(question),
    verb: verbOf(question),
    detail: [
      [
        `Connection: ${oneLine(connection.name)} (${connection.environment})`,
        `Task: ${oneLine(task.name)} in ${oneLine(workflowTitle(task))}`,
        `Status: ${question.before.status} → ${question.proposed.status}`,
        ...outputLines(question),
        ...fieldLines(question),
        ...(update.reason === undefined ? [] : [`Reason: ${oneLine(update.reason)}`]),
      ],
      question.consequences.map((sentence) => oneLine(sentence, 300)),
      changeLines(question),
    ]
      .filter((block) => block.length > 0)
      .map((block) => block.join('\n'))
      .join('\n\n'),
  };
}

function verbOf(question: Question): string {
  const { task, update } = question;
  if (update.stop === true) return 'Stop Task';
  if (savesOnly(question) && update.output === undefined) return 'Send Update';
  return statusVerb(task.options, update.status);
}

// Is only the output saved, with the status left as it is?
function savesOnly({ task, update }: Question): boolean {
  return update.status === undefined || roleOf(task, update.status) === 'save';
}

function roleOf({ options }: Task, status: string | undefined): StatusOption['role'] {
  return options.statuses.find((option) => option.status === status)?.role;
}

function titleOf(question: Question): string {
  const { task, update } = question;
  const name = `“${oneLine(task.name, 80)}”`;
  if (update.stop === true) return `Stop ${name}?`;
  if (savesOnly(question)) {
    const word = outputWord(task.options).toLowerCase();
    return update.output === undefined ? `Update ${name}?` : `Save the ${word} of ${name}?`;
  }
  if (roleOf(task, update.status) === undefined) return `Set ${name} to ${update.status}?`;
  return `${statusVerb(task.options, update.status)} ${name}?`;
}

function outputLines(question: Question): readonly string[] {
  if (question.update.stop === true) return [];
  const word = outputWord(question.task.options);
  if (question.update.output === undefined) return [`${word}: none sent`];
  const difference = outputDifference(question.before.output, question.proposed.output);
  if (difference === undefined) return [`${word}: a new text`];
  return [`${word}: ${differenceText(difference)}`];
}

function fieldLines({ task, update }: Question): readonly string[] {
  return task.options.fields.flatMap(({ key, label }) => {
    const value = update.fields?.[key];
    return value === undefined ? [] : [`${label}: ${oneLine(fieldText(value), 120)}`];
  });
}

/** "adds approved, note; changes amount". Long key names and long lists are cut. */
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

function changeLines(question: Question): readonly string[] {
  const texts = changeTexts(question);
  if (texts.length === 0) return [];
  return ['It changed since you looked:', ...texts.map(({ label, text }) => `${label}: ${text}`)];
}

/** The changes of the task since the person looked. An object output is compared by key. */
export function changeTexts({
  changes,
  base,
  task,
}: Question): readonly { readonly label: string; readonly text: string }[] {
  return changes.map(({ what, from, to }) => {
    const difference = what === 'output' ? outputDifference(base.output, task.output) : undefined;
    const sides = `${oneLine(from, 80)} → ${oneLine(to, 80)}`;
    const text = difference === undefined ? sides : differenceText(difference);
    return { label: changeLabels[what], text };
  });
}
