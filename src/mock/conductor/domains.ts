import { textOf } from '../json.ts';
import type { Engine } from './engine.ts';
import type { Execution, TaskRun } from './model.ts';

/** A worker that polled within this time counts as active. */
const activeMs = 10_000;

/**
 * The domain of a task of this type: of those that the start named, the first one with an active
 * worker, else the last. Undefined for none.
 */
export function domainOf(engine: Engine, execution: Execution, type: string): string | undefined {
  const { taskToDomain } = execution;
  const named = textOf(taskToDomain[type] ?? taskToDomain['*'] ?? '');
  const domains = named.split(',').map((one) => one.trim());
  const chosen = domains.find((one) => isActive(engine, type, one)) ?? domains.at(-1);
  return chosen === '' || chosen === 'NO_DOMAIN' ? undefined : chosen;
}

function isActive(engine: Engine, type: string, domain: string): boolean {
  const last = engine.store.pollData.get(`${type}/${domain}`)?.lastPollTime;
  return last !== undefined && last > engine.clock.now() - activeMs;
}

/** The queue of a type's tasks in a domain. */
export function queueName(type: string, domain: string | undefined): string {
  return domain === undefined || domain === '' ? type : `${domain}:${type}`;
}

export function queueOf(run: TaskRun): string {
  return queueName(run.taskType, run.domain);
}
