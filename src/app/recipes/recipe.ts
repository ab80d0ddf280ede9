import type { EngineKind } from '../../domain/connection.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { OutputMode } from '../../domain/taskUpdate.ts';

/** The settings that hold a recipe. */
export type RecipeOrigin = 'user' | 'workspace' | 'folder';

/** A named output for the output documents of tasks, with a status, a reason and fields. */
export interface Recipe {
  readonly name: string;
  readonly description?: string;
  /**
   * The tasks that the recipe is for. An absent part matches every task. `*` stands for any
   * characters.
   */
  readonly engine?: EngineKind;
  /** The workflow's name or id. */
  readonly workflow?: string;
  /** The task's reference name or that of its definition. */
  readonly task?: string;
  /** Prepared in the document. Only the person sends it. */
  readonly status?: string;
  /** JSON whose strings may hold variables. A string is JSON as text, or a text result. */
  readonly output: Json;
  readonly mode?: OutputMode;
  readonly reason?: string;
  readonly fields?: JsonObject;
  readonly origin: RecipeOrigin;
}
