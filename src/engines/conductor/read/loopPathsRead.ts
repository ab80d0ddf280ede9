import { isJsonObject, type Json } from '../../../domain/json.ts';
import { keysAlong, type OutputPath } from '../../pathsRead.ts';

/**
 * The paths that a loop's condition reads from the output of a task inside the loop. The condition
 * is JavaScript in which each output has the task's reference name: `$.review['ok'] == false`,
 * `$.review.by.name`.
 */
export function loopPathsRead(loop: Json, name: string): readonly OutputPath[] {
  const condition = isJsonObject(loop) ? loop['loopCondition'] : undefined;
  if (typeof condition !== 'string') return [];
  return [...condition.matchAll(start)]
    .filter((match) => (match[1] ?? match[2] ?? match[3]) === name)
    .map((match) => keysAlong(condition.slice(match.index + match[0].length), next))
    .filter((path) => path.length > 0);
}

const step = String.raw`(?:\.([\p{L}_$][\p{L}\p{N}_$]*)|\[\s*(?:'([^']*)'|"([^"]*)")\s*\])`;
const start = new RegExp(String.raw`\$${step}`, 'gu');
const next = new RegExp(`^${step}`, 'u');
