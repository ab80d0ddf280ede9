import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { mergedOutput } from '../../app/output/mergedOutput.ts';
import { parseOutput } from '../../app/output/parseOutput.ts';
import type { TextProblem } from '../../app/output/parseOutput.ts';
import { tooDeepAt } from '../../app/output/tooDeepAt.ts';
import type { OutputHints } from '../../domain/engine.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { Task } from '../../domain/task.ts';
import type { OutputChange, OutputMode } from '../../domain/taskUpdate.ts';
import { missingKeys, missingSentence } from './missingKeys.ts';
import type { MissingKey } from './missingKeys.ts';
import { schemaProblems } from './schemaProblems.ts';

/** The input of the check. */
export interface Looked {
  readonly text: string;
  readonly task: Task;
  readonly hints: OutputHints;
  /** The draft's output mode. Absent means the engine's default. */
  readonly mode?: OutputMode | undefined;
  /**
   * True when VS Code's own JSON support reports syntax errors, so that they are not shown twice.
   */
  readonly isSyntaxMarked: boolean;
}

/** A problem in an output. */
export type Finding = TextProblem & { readonly missing?: MissingKey };

/** Checks the engine's limits and shape, the schema, and the keys that later tasks read. */
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
  // Nobody knows the missing keys of an output that the engine does not show.
  if (task.isOutputHidden === true && output.mode === 'merge') return [];
  return missingKeys(hints, mergedOutput(task.output, output), tree).map((key) => ({
    message: missingSentence(key),
    offset: key.offset,
    length: key.length,
    severity: 'warning',
    missing: key,
  }));
}

/**
 * The document's syntax tree; undefined where it is nested too deeply. A blank replaces a byte
 * order mark, to keep the offsets.
 */
export function treeOf(text: string): Node | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  return parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
}
