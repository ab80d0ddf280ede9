import type { Snippet, SnippetSource } from '../../../domain/snippet.ts';
import { callOf } from './call.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';

/** An update in code for each of Conductor's SDKs that has a call for it. */
export function conductorSnippets(source: SnippetSource): readonly Snippet[] {
  const call = callOf(source);
  if (call === undefined) return [];
  return [python(call), typescript(call), java(call), go(call)].filter(
    (snippet) => snippet !== undefined,
  );
}
