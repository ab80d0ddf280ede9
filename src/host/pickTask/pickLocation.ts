import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';

/** The kind of item to pick. */
export type PickGoal =
  | { readonly kind: 'execution' }
  | {
      readonly kind: 'task';
      /** The reason why a task cannot be picked; undefined when it can. */
      whyUnavailable(task: Task): string | undefined;
    };

/** A step of the picker. */
export type PickLocation =
  | { readonly kind: 'connections' }
  | { readonly kind: 'workflows'; readonly connection: string }
  | { readonly kind: 'waiting'; readonly connection: string }
  | {
      readonly kind: 'executions';
      readonly connection: string;
      readonly workflow: string;
      /** The workflow's name. */
      readonly name: string;
    }
  | { readonly kind: 'byId'; readonly connection: string }
  | { readonly kind: 'tasks'; readonly connection: string; readonly execution: string };

/** The result of picking a line. */
export type Next =
  | { readonly kind: 'location'; readonly location: PickLocation }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | { readonly kind: 'command'; readonly command: CommandId };

/** A single connection is not worth a choice. */
export function firstLocation(connections: readonly Connection[]): PickLocation {
  const [only, ...others] = connections;
  if (only === undefined || others.length > 0) return { kind: 'connections' };
  return { kind: 'workflows', connection: only.id };
}

/** Ends the pick at an execution, or goes on to its tasks. */
export function toExecution(goal: PickGoal, connection: string, execution: string): Next {
  if (goal.kind === 'execution') return { kind: 'execution', connection, execution };
  return goTo({ kind: 'tasks', connection, execution });
}

export function goTo(location: PickLocation): Next {
  return { kind: 'location', location };
}
