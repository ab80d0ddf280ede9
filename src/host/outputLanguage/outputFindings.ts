import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { mergedOutput } from '../../app/output/mergedOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import type { TextProblem } from '../../app/output/parseOutput.ts';
import type { OutputHints } from '../../domain/engine.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputChange, OutputMode } from '../../domain/update.ts';
import { missingKeys, missingSentence } from './missingKeys.ts';
import type { MissingKey } from './missingKeys.ts';
import { schemaProblems } from './schemaProblems.ts';

/** What a document is looked at with. */
export interface Looked {
  readonly text: string;
  readonly task: Task;
  readonly hints: OutputHints;
  /** How the draft is to be sent; absent is the engine's plain way. */
  readonly mode?: OutputMode | undefined;
  /** True where VS Code's own JSON support marks what is no JSON: once is enough. */
  readonly isSyntaxMarked: boolean;
}

/** What would better be changed in an output before it is sent. */
export type Finding = TextProblem & { readonly missing?: MissingKey };

/** The engine's limits and shape, what its schema says, and what later tasks will miss. */
export function outputFindings(looked: Looked): readonly Finding[] {
  const { text, task, mode, isSyntaxMarked } = looked;
  const option = task.options.output;
  if (option === undefined) return [];
  const parsed = parseOutput(text, option, mode);
  if (parsed.kind === 'bad') {
    const isKept = (problem: TextProblem) => problem.isSyntax !== true || !isSyntaxMarked;
    return parsed.problems.filter(isKept);
  }
  const { output, warnings } = parsed;
  const tree = output?.kind === 'object' ? treeOf(text) : undefined;
  if (output?.kind !== 'object' || tree === undefined) return warnings;
  return [...warnings, ...misfits(looked, output, tree), ...missing(looked, output, tree)];
}

type ObjectChange = Extract<OutputChange, { kind: 'object' }>;

function misfits(
  { text, task, hints }: Looked,
  { mode }: ObjectChange,
  tree: Node,
): readonly Finding[] {
  if (hints.schema === undefined) return [];
  const kept = mode === 'merge' && isJsonObject(task.output) ? Object.keys(task.output) : [];
  const severity = hints.isSchemaEnforced === true ? 'error' : 'warning';
  return schemaProblems(tree, text, hints.schema, kept).map((problem) => ({
    ...problem,
    severity,
  }));
}

function missing({ task, hints }: Looked, output: ObjectChange, tree: Node): readonly Finding[] {
  // Of what the engine keeps apart nobody can say what it lacks.
  if (task.isOutputHidden === true && output.mode === 'merge') return [];
  return missingKeys(hints, mergedOutput(task.output, output), tree).map((key) => ({
    message: missingSentence(key),
    offset: key.offset,
    length: key.length,
    severity: 'warning',
    missing: key,
  }));
}

/** The document's syntax tree; a byte order mark keeps its place as a blank. */
export function treeOf(text: string): Node | undefined {
  return parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
}
