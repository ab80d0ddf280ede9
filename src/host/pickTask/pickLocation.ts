import type { Connection } from '../../domain/connection.ts';
import type { Task } from '../../domain/task.ts';
import type { CommandId } from '../manifest.generated.ts';

/** What is looked for, and what of it can be picked. */
export type PickGoal =
  | { readonly kind: 'execution' }
  | {
      readonly kind: 'task';
      /** Why a task cannot be picked for this; undefined when it can. */
      refusalOf(task: Task): string | undefined;
    };

/** Where a person stands on the way there. */
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

/** Where a picked line leads. */
export type Next =
  | { readonly kind: 'location'; readonly location: PickLocation }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | { readonly kind: 'command'; readonly command: CommandId };

/** With one connection there is nothing to choose first. */
export function firstLocation(connections: readonly Connection[]): PickLocation {
  const [only, ...others] = connections;
  if (only === undefined || others.length > 0) return { kind: 'connections' };
  return { kind: 'workflows', connection: only.id };
}

/** An execution is the end of the way, or the place where its tasks are. */
export function toExecution(goal: PickGoal, connection: string, execution: string): Next {
  if (goal.kind === 'execution') return { kind: 'execution', connection, execution };
  return goTo({ kind: 'tasks', connection, execution });
}

export function goTo(location: PickLocation): Next {
  return { kind: 'location', location };
}
