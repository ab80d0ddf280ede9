import type { EngineKind } from '../domain/connection.ts';
import type { Snippet, SnippetSource } from '../domain/snippet.ts';
import { cogniteSnippets } from './cognite/snippets/cogniteSnippets.ts';
import { conductorSnippets } from './conductor/snippets/conductorSnippets.ts';
import { curl } from './curl.ts';
import { xpanderSnippets } from './xpander/snippets/xpanderSnippets.ts';

const writers: ReadonlyMap<EngineKind, (source: SnippetSource) => readonly Snippet[]> = new Map([
  ['conductor', conductorSnippets],
  ['cognite', cogniteSnippets],
  ['xpander', xpanderSnippets],
]);

/**
 * An update as curl, and in code for each of the vendor's SDKs that can send it. The source is the
 * preview, so the code cannot differ from what is sent; where an SDK cannot send the same, the code
 * says so. `test/clients/snippets` runs the code.
 */
export function snippetsOf(kind: EngineKind, source: SnippetSource): readonly Snippet[] {
  return [curl(source.request), ...(writers.get(kind)?.(source) ?? [])];
}
