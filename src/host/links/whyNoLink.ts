import type { Link } from './link.ts';
import { parseLink } from './parseLink.ts';

/**
 * Why a link that was made would not open again, as a clause; undefined where it will. Names of
 * servers and typed texts may hold what a link must not carry.
 */
export function whyNoLink(text: string, base: string, { ref, update }: Link): string | undefined {
  const [path = '', query = ''] = text.slice(base.length).split('?');
  const parsed = parseLink(path, query);
  if (parsed.kind === 'bad') return parsed.why;
  const carried = [...Object.values(ref), update?.status, update?.reason, update?.output];
  return carried.some((value) => /\p{Surrogate}/u.test(value ?? ''))
    ? 'it would hold half a character, which a link cannot carry.'
    : undefined;
}
