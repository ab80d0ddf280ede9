import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Execution, Scope, TaskRun } from './model.ts';

/**
 * Replaces the references in a task's parameters by their values: `${workflow.input.day}`,
 * `${a.output.b}`.
 */
export function resolveReferences(
  value: Json | undefined,
  execution: Execution,
  scope: Scope,
): Json {
  if (value === undefined) return null;
  if (typeof value === 'string') return resolveText(value, execution, scope);
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, execution, scope));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    resolveReferences(item, execution, scope),
  ]);
  return Object.fromEntries(entries) as JsonObject;
}

/** A text that is just one reference becomes its value; inside longer text the value is printed. */
function resolveText(text: string, execution: Execution, scope: Scope): Json {
  const whole = /^\$\{([^}]+)\}$/.exec(text)?.[1];
  if (whole !== undefined) return valueAt(whole.trim(), execution, scope);
  return text.replace(/\$\{([^{}]+)\}/g, (_all, path: string) => {
    const value = valueAt(path.trim(), execution, scope);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function valueAt(path: string, execution: Execution, scope: Scope): Json {
  if (path === 'workflow.input' || path.startsWith('workflow.input.')) {
    return walk(execution.input ?? {}, path.slice('workflow.input'.length));
  }
  const run = newestFirst(execution.runs).find(
    (one) =>
      isVisible(one, scope) && /^\.(input|output)(\.|\[|$)/.test(rest(path, one.def.externalId)),
  );
  if (run === undefined) return null;
  const after = rest(path, run.def.externalId);
  const holder = after.startsWith('.output') ? run.output : run.input;
  return walk(holder, after.replace(/^\.(input|output)/, ''));
}

/** The path after the task's id; external ids may contain dots themselves. */
function rest(path: string, externalId: string): string {
  return path.startsWith(externalId) ? path.slice(externalId.length) : '';
}

function isVisible(run: TaskRun, scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    if (run.scope === at) return true;
  }
  return false;
}

function walk(value: Json, path: string): Json {
  let at: Json | undefined = value;
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (Array.isArray(at)) at = at[Number(key)];
    else at = isObject(at) ? at[key] : undefined;
  }
  return at ?? null;
}

function newestFirst<T>(items: readonly T[]): T[] {
  return items.toReversed();
}
