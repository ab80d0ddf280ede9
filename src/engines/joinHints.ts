import type { OutputHint } from '../domain/engine.ts';

/** How many sources are named for one key. */
const maxSources = 3;

/** One hint for each key, with all its sources: "read by ship and notify". */
export function joinHints(hints: readonly OutputHint[]): readonly OutputHint[] {
  const byPath = new Map<string, { readonly path: OutputHint['path']; sources: string[] }>();
  for (const { path, source } of hints) {
    const key = JSON.stringify(path);
    const joined = byPath.get(key) ?? { path, sources: [] };
    if (!joined.sources.includes(source)) joined.sources.push(source);
    byPath.set(key, joined);
  }
  return [...byPath.values()].map(({ path, sources }) => ({ path, source: textOf(sources) }));
}

function textOf(sources: readonly string[]): string {
  const named = sources.slice(0, maxSources);
  const more = sources.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
