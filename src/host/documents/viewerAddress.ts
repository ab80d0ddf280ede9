import { isTaskRef, readDocument } from '../../app/readDocument.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { TaskRef } from '../../domain/task.ts';
import { nameSegment } from './outputPath.ts';
import type { OutputUri } from './outputPath.ts';

/** What a read-only document shows. */
export type ViewerContent =
  | { readonly kind: 'task'; readonly ref: TaskRef }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | { readonly kind: 'update'; readonly entry: string; readonly side: 'before' | 'after' | 'whole' }
  /** One side of a merge. The task's draft holds the text. */
  | { readonly kind: 'merge'; readonly ref: TaskRef; readonly side: 'base' | 'theirs' | 'merged' }
  /** A text that is kept until the window closes. */
  | { readonly kind: 'text'; readonly id: string };

/** The name of a read-only document: folders, then the file name without its extension. */
export interface ViewerName {
  readonly names: readonly string[];
  /**
   * Menus match the extension, so a task's document and the results of many updates have their own.
   */
  readonly extension: 'json' | 'jsonc' | 'txt' | 'http' | 'task.json' | 'results.txt';
}

/**
 * People read the path, such as "/connection/workflow/task.json". The query identifies the content.
 */
export function viewerAddress(viewed: ViewerContent, { names, extension }: ViewerName): OutputUri {
  const query = viewed.kind === 'task' || viewed.kind === 'merge' ? withRef(viewed) : viewed;
  return {
    path: `/${names.map(nameSegment).join('/')}.${extension}`,
    query: JSON.stringify(query),
  };
}

// With a fixed order and no other keys, a document always has the same URI.
function withRef(viewed: Extract<ViewerContent, { readonly ref: TaskRef }>): ViewerContent {
  const { connection, workflow, execution, task } = viewed.ref;
  const ref = { connection, workflow, ...(execution === undefined ? {} : { execution }), task };
  return { ...viewed, ref };
}

/** The content that a query stands for; undefined when the query is not one of ours. */
export function parseViewerAddress({ query }: Pick<OutputUri, 'query'>): ViewerContent | undefined {
  const document = readDocument(query);
  if (document === undefined) return undefined;
  return isViewed(document) ? (document as unknown as ViewerContent) : undefined;
}

function isViewed({ kind, ref, connection, execution, entry, side, id }: JsonObject): boolean {
  switch (kind) {
    case 'task':
      return isTaskRef(ref);
    case 'execution':
      return areTexts(connection, execution);
    case 'update':
      return areTexts(entry) && isOneOf(side, ['before', 'after', 'whole']);
    case 'merge':
      return isTaskRef(ref) && isOneOf(side, ['base', 'theirs', 'merged']);
    case 'text':
      return areTexts(id);
    default:
      return false;
  }
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return words.some((word) => word === value);
}
