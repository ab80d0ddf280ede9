import { parseSync } from 'oxc-parser';
import { sourceFiles } from './sourceFiles.ts';

export interface FoundExpression {
  /** The file and line. */
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

export interface Expressions {
  readonly literals: readonly FoundExpression[];
  /** The places of `RegExp(…)`, whose patterns only running code knows. */
  readonly built: readonly string[];
}

/** All regular expressions in src. */
export function regularExpressions(): Expressions {
  const literals: FoundExpression[] = [];
  const built: string[] = [];
  for (const { path, text } of sourceFiles('src')) {
    visit(parseSync(path, text).program, (node) => {
      const place = () => `${path}:${text.slice(0, Number(node['start'])).split('\n').length}`;
      const { regex, callee } = node;
      if (isNode(regex)) {
        const [pattern, flags] = [String(regex['pattern']), String(regex['flags'])];
        literals.push({ place: place(), pattern, flags });
      }
      if (isNode(callee) && callee['name'] === 'RegExp') built.push(path);
    });
  }
  return { literals, built };
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (!isNode(value)) return;
  if (!Array.isArray(value)) look(value);
  for (const inner of Object.values(value)) visit(inner, look);
}
