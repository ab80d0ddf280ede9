import type { EngineKind } from '../../domain/connection.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { OutputMode } from '../../domain/update.ts';

/** Whose settings a recipe stands in. */
export type RecipeOrigin = 'user' | 'workspace' | 'folder';

/** A named output that is filled into a task's output document, with what goes along with it. */
export interface Recipe {
  readonly name: string;
  readonly description?: string;
  /** Which tasks it is for; what is absent does not matter. `*` stands for any characters. */
  readonly engine?: EngineKind;
  /** The workflow's name or id. */
  readonly workflow?: string;
  /** The task's reference name or that of its definition. */
  readonly task?: string;
  /** Prepared in the document; never sent without the person. */
  readonly status?: string;
  /** JSON whose texts may hold variables; a text is JSON as text, or the text of a text result. */
  readonly output: Json;
  readonly mode?: OutputMode;
  readonly reason?: string;
  readonly fields?: JsonObject;
  readonly origin: RecipeOrigin;
}
