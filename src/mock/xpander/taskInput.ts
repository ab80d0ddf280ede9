import { invalid } from './answerError.ts';
import type { TaskRun, Wire } from './model.ts';

type Loc = readonly (string | number)[];

/** The input of a task that runs for itself: text alone. */
export function textInput(text: string, user: Wire | null = null): Wire {
  return { text, files: [], user };
}

/** The id of the user behind a task. */
export function userIdOf(task: TaskRun): unknown {
  const user = asObject(asObject(task.more['input'])?.['user']);
  return user?.['id'] ?? null;
}

/** Reads AgentExecutionInput and fills in what is absent. Throws a 422 answer. */
export function readTaskInput(value: unknown, loc: Loc): Wire {
  const input = objectAt(value, loc);
  if (input === null) throw invalid(loc, 'Field required', 'missing');
  return {
    text: textAt(input['text'], [...loc, 'text']) ?? '',
    files: listAt(input['files'], [...loc, 'files'], requiredText),
    attachments: listAt(input['attachments'], [...loc, 'attachments'], attachment),
    user: user(input['user'], [...loc, 'user']),
    principal: principal(input['principal'], [...loc, 'principal']),
  };
}

function attachment(value: unknown, loc: Loc): Wire {
  const given = objectAt(value, loc);
  const url = requiredText(given?.['url'], [...loc, 'url']);
  const blank = { name: null, mime: null, size: null, kind: null, sha256: null };
  return { ...blank, expires_at: null, source: null, transcript: null, ...given, url };
}

function user(value: unknown, loc: Loc): Wire | null {
  const given = objectAt(value, loc);
  if (given === null) return null;
  const email = requiredText(given['email'], [...loc, 'email']);
  const names = { id: null, first_name: null, last_name: null };
  return { ...names, additional_attributes: null, timezone: null, ...given, email };
}

const principalKinds = ['user', 'slack', 'api_key', 'system', 'anonymous'];

function principal(value: unknown, loc: Loc): Wire | null {
  const given = objectAt(value, loc);
  if (given === null) return null;
  const kind = oneOf(given['kind'], [...loc, 'kind'], principalKinds);
  const id = requiredText(given['id'], [...loc, 'id']).trim();
  // The id becomes a part of a key that is separated by colons.
  if (id === '' || /[:\s]/.test(id)) {
    const msg = 'Value error, principal id cannot be empty or contain a colon or whitespace';
    throw invalid([...loc, 'id'], msg, 'value_error');
  }
  return { email: null, display_name: null, ...given, kind, id };
}

/** Throws a 422 answer where the value is none of the words. */
export function oneOf<T extends string>(value: unknown, loc: Loc, words: readonly T[]): T {
  const known = words.find((word) => word === value);
  if (known !== undefined) return known;
  const quoted = words.map((word) => `'${word}'`);
  const list = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  throw invalid(loc, `Input should be ${list}`, 'enum');
}

function objectAt(value: unknown, loc: Loc): Wire | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Wire;
  throw invalid(loc, 'Input should be a valid dictionary', 'dict_type');
}

function listAt<T>(value: unknown, loc: Loc, item: (value: unknown, loc: Loc) => T): readonly T[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(loc, 'Input should be a valid list', 'list_type');
  return value.map((one: unknown, index) => item(one, [...loc, index]));
}

function textAt(value: unknown, loc: Loc): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw invalid(loc, 'Input should be a valid string', 'string_type');
}

function requiredText(value: unknown, loc: Loc): string {
  const text = textAt(value, loc);
  if (text !== null) return text;
  throw invalid(loc, 'Field required', 'missing');
}

function asObject(value: unknown): Wire | undefined {
  return typeof value === 'object' && value !== null ? (value as Wire) : undefined;
}
