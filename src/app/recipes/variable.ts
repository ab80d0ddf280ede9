import { splitEscaped, unescaped } from './parseTemplate.ts';

/** The source of a variable's value. */
export type Variable =
  | { readonly kind: 'input'; readonly label: string; readonly preset: string }
  | { readonly kind: 'pick'; readonly label: string; readonly choices: readonly string[] }
  | { readonly kind: 'selection' | 'clipboard' | 'gitBranch' | 'timestamp' | 'uuid' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'date'; readonly format: string }
  | { readonly kind: 'property'; readonly property: TaskProperty };

/** The properties of a task that a recipe may use. */
export type TaskProperty = 'task.name' | 'task.id' | 'task.definition' | 'workflow' | 'execution';

/** One use of a variable in a recipe. */
export interface VariableUse {
  readonly variable: Variable;
  /** True for `${json:…}`: its value is put in as JSON, not as text. */
  readonly isJson: boolean;
  /** As it is written in the recipe, to show it to people. */
  readonly source: string;
}

export type ParsedUse =
  | { readonly kind: 'ok'; readonly use: VariableUse }
  | { readonly kind: 'bad'; readonly problem: string };

type Made = Variable | { readonly problem: string };

const simple: ReadonlyMap<string, Variable> = new Map<string, Variable>([
  ['selection', { kind: 'selection' }],
  ['clipboard', { kind: 'clipboard' }],
  ['gitBranch', { kind: 'gitBranch' }],
  ['timestamp', { kind: 'timestamp' }],
  ['uuid', { kind: 'uuid' }],
  ['date', { kind: 'date', format: 'yyyy-MM-dd' }],
  ['time', { kind: 'date', format: 'HH:mm:ss' }],
  ['task.name', { kind: 'property', property: 'task.name' }],
  ['task.id', { kind: 'property', property: 'task.id' }],
  ['task.definition', { kind: 'property', property: 'task.definition' }],
  ['workflow', { kind: 'property', property: 'workflow' }],
  ['execution', { kind: 'property', property: 'execution' }],
]);

const withArgument: ReadonlyMap<string, (argument: string) => Made> = new Map([
  ['input', inputOf],
  ['pick', pickOf],
  ['file', (path: string): Made => named(path, 'a path', { kind: 'file', path: unescaped(path) })],
  ['env', (name: string): Made => named(name, 'a name', { kind: 'env', name: unescaped(name) })],
  [
    'date',
    (format: string): Made =>
      named(format, 'a format', { kind: 'date', format: unescaped(format) }),
  ],
]);

/** Parses the text between `${` and `}`. `source` is the whole variable, for error messages. */
export function parseVariable(body: string, source: string): ParsedUse {
  const [name = '', argument] = splitEscaped(body, ':', 2);
  if (name === 'json' && argument !== undefined) {
    if (argument.startsWith('json:')) return { kind: 'bad', problem: `${source} says json twice.` };
    const inner = parseVariable(argument, source);
    return inner.kind === 'bad' ? inner : { kind: 'ok', use: { ...inner.use, isJson: true } };
  }
  const made = argument === undefined ? simple.get(name) : withArgument.get(name)?.(argument);
  if (made === undefined) return { kind: 'bad', problem: problemOfName(name, source) };
  if ('problem' in made) return { kind: 'bad', problem: `${source} needs ${made.problem}.` };
  return { kind: 'ok', use: { variable: made, isJson: false, source } };
}

/** Equal for variables with the same value. The person is asked once for each label. */
export function variableKey(variable: Variable): string {
  const isAsked = variable.kind === 'input' || variable.kind === 'pick';
  return JSON.stringify(isAsked ? ['ask', variable.label] : variable);
}

function problemOfName(name: string, source: string): string {
  if (simple.has(name)) return `${source}: “${name}” takes nothing behind a colon.`;
  if (withArgument.has(name)) return `${source}: “${name}” needs something behind a colon.`;
  return `${source} is no variable that recipes know; write $${source} where it is meant as text.`;
}

function inputOf(argument: string): Made {
  const [label = '', preset = ''] = splitEscaped(argument, ':', 2);
  return named(label, 'a label', {
    kind: 'input',
    label: unescaped(label).trim(),
    preset: unescaped(preset),
  });
}

function pickOf(argument: string): Made {
  const [label = '', list = ''] = splitEscaped(argument, ':', 2);
  const choices = list === '' ? [] : splitEscaped(list, '|').map(unescaped);
  if (choices.length === 0) return { problem: 'choices, as in ${pick:Label:one|two}' };
  return named(label, 'a label', { kind: 'pick', label: unescaped(label).trim(), choices });
}

function named(text: string, what: string, variable: Variable): Made {
  return text.trim() === '' ? { problem: what } : variable;
}
