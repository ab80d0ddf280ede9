import { workflowTitle } from '../../domain/task.ts';
import type { Task } from '../../domain/task.ts';
import { dateText } from './dateText.ts';
import { jsonProblem } from './expandTemplate.ts';
import type { Values } from './expandTemplate.ts';
import type { TaskProperty, Variable, VariableUse } from './variable.ts';
import { variableKey } from './variable.ts';

/** A value, or one sentence on why it is missing. */
export type Found = { readonly text: string } | { readonly problem: string };

/** A value that only the person knows: typed, or chosen from `choices`. */
export interface Question {
  readonly label: string;
  readonly preset: string;
  readonly choices?: readonly string[];
  /** True if the value must be JSON. */
  readonly isJson: boolean;
}

/** The sources of values. Each is called only if the recipe needs it. */
export interface Sources {
  selection(): Promise<Found>;
  clipboard(): Promise<Found>;
  file(path: string): Promise<Found>;
  env(name: string): Found;
  gitBranch(): Promise<Found>;
  /** The answers by label; undefined when the person cancelled. */
  ask(questions: readonly Question[]): Promise<ReadonlyMap<string, string> | undefined>;
  now(): number;
  newId(): string;
}

export type Resolved =
  | { readonly kind: 'values'; readonly values: Values }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

/**
 * Finds the values of all variables. The person is asked last, once for each label, so that nobody
 * types for a recipe that cannot be used.
 */
export async function resolve(
  uses: readonly VariableUse[],
  task: Task,
  sources: Sources,
): Promise<Resolved> {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const use of uses) problems.push(...(await findInto(values, use, task, sources)));
  if (problems.length > 0) return { kind: 'bad', problems: [...new Set(problems)] };
  const answers = await askAll(questionsOf(uses), sources);
  if (answers === undefined) return { kind: 'cancelled' };
  for (const use of uses) {
    if (!isAsked(use.variable)) continue;
    const answer = answers.get(use.variable.label) ?? '';
    values.set(variableKey(use.variable), answer);
    problems.push(...jsonProblems(use, answer));
  }
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'values', values };
}

/** Finds each value that nobody has to type, and returns the problems. */
async function findInto(
  values: Map<string, string>,
  use: VariableUse,
  task: Task,
  sources: Sources,
): Promise<readonly string[]> {
  const { variable, source } = use;
  if (isAsked(variable)) return [];
  const key = variableKey(variable);
  const known = values.get(key);
  const found = known === undefined ? await find(variable, task, sources) : { text: known };
  if ('problem' in found) return [`${source}: ${found.problem}`];
  values.set(key, found.text);
  return jsonProblems(use, found.text);
}

function jsonProblems({ isJson, source }: VariableUse, text: string): readonly string[] {
  const problem = isJson ? jsonProblem(text) : undefined;
  return problem === undefined ? [] : [`${source} is no JSON: ${problem}`];
}

type Asked = Extract<Variable, { kind: 'input' | 'pick' }>;

function isAsked(variable: Variable): variable is Asked {
  return variable.kind === 'input' || variable.kind === 'pick';
}

async function askAll(
  questions: readonly Question[],
  sources: Sources,
): Promise<ReadonlyMap<string, string> | undefined> {
  return questions.length === 0 ? new Map() : sources.ask(questions);
}

/**
 * The questions to the person: one for each label, with the choices that any of its variables
 * names.
 */
export function questionsOf(uses: readonly VariableUse[]): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const { variable, isJson } of uses) {
    if (!isAsked(variable)) continue;
    const { label } = variable;
    const before = questions.get(label);
    const choices = variable.kind === 'pick' ? variable.choices : before?.choices;
    questions.set(label, {
      label,
      preset: before?.preset || (variable.kind === 'input' ? variable.preset : ''),
      ...(choices === undefined ? {} : { choices }),
      isJson: isJson || before?.isJson === true,
    });
  }
  return [...questions.values()];
}

type Unasked = Exclude<Variable, Asked>;

async function find(variable: Unasked, task: Task, sources: Sources): Promise<Found> {
  switch (variable.kind) {
    case 'selection':
      return sources.selection();
    case 'clipboard':
      return sources.clipboard();
    case 'gitBranch':
      return sources.gitBranch();
    case 'file':
      return sources.file(variable.path);
    case 'env':
      return sources.env(variable.name);
    case 'timestamp':
      return { text: new Date(sources.now()).toISOString() };
    case 'uuid':
      return { text: sources.newId() };
    case 'date':
      return { text: dateText(sources.now(), variable.format) };
    case 'property':
      return propertyOf(variable.property, task);
  }
}

function propertyOf(property: TaskProperty, task: Task): Found {
  switch (property) {
    case 'task.name':
      return { text: task.name };
    case 'task.id':
      return { text: task.ref.task };
    case 'task.definition':
      return { text: task.definition ?? task.name };
    case 'workflow':
      return { text: workflowTitle(task) };
    case 'execution':
      return task.ref.execution === undefined
        ? { problem: 'Tasks of this engine have no execution.' }
        : { text: task.ref.execution };
  }
}
