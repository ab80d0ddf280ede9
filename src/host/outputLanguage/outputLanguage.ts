import { findNodeAtOffset, getNodePath } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Drafts } from '../../app/drafts/drafts.ts';
import type { Listen } from '../../app/ports.ts';
import type { Store } from '../../app/store.ts';
import type { Task, TaskRef } from '../../domain/task.ts';
import { pathOf } from '../documents/openOutputs.ts';
import type { DocumentTask } from '../documents/documentTask.ts';
import { completionItems } from './completionItems.ts';
import { describeKey } from './describeKey.ts';
import { createHintSource } from './hintSource.ts';
import type { HintSource, HintParts } from './hintSource.ts';
import { keyAt, knowledgeOf } from './knowledge.ts';
import { linesMarkdown } from './plainMarkdown.ts';
import type { MissingKey } from './missingKeys.ts';
import { missingKeysFix } from './missingKeysFix.ts';
import { isAboutMissing, isMarkedByVsCode, rangeOf, toDiagnostic } from './toDiagnostic.ts';
import { outputFindings, treeOf } from './outputFindings.ts';
import type { Finding } from './outputFindings.ts';
import { cursorContextAt } from './cursorContext.ts';

/** The language features of output documents. */
export interface OutputLanguage extends vscode.Disposable {
  complete(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]>;
  hover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined>;
  problems(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]>;
  fixes(
    document: vscode.TextDocument,
    diagnostics: readonly vscode.Diagnostic[],
  ): Promise<vscode.CodeAction[]>;
  /** Fires when more is known. */
  readonly onDidChange: Listen;
}

export interface LanguageParts extends HintParts {
  readonly drafts: Drafts;
  readonly store: Pick<Store, 'onDidInvalidate'>;
  readonly tasks: { latest(ref: TaskRef): DocumentTask };
}

export function createOutputLanguage(parts: LanguageParts): OutputLanguage {
  const { store, clock } = parts;
  const hints = createHintSource(parts);
  const registrations = vscode.Disposable.from(
    hints,
    { dispose: store.onDidInvalidate(hints.expire) },
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const path = pathOf(uri);
      if (path !== undefined) hints.forget(path.ref);
    }),
  );
  return {
    complete: async (document, position) => {
      const task = objectTaskOf(parts, document);
      if (task === undefined) return [];
      const known = knowledgeOf(task, await hints.soon(task));
      const context = cursorContextAt(document.getText(), document.offsetAt(position));
      return context === undefined ? [] : completionItems(document, context, known, clock.now());
    },
    hover: async (document, position) => {
      const task = objectTaskOf(parts, document);
      const key = keyNodeAt(document, position);
      if (task === undefined || key === undefined) return undefined;
      const known = knowledgeOf(task, await hints.soon(task));
      const lines = describeKey(keyAt(known, getNodePath(key).map(String)), clock.now());
      if (lines.length === 0) return undefined;
      const text = new vscode.MarkdownString(linesMarkdown(lines));
      return new vscode.Hover(text, rangeOf(document, key));
    },
    problems: async (document) => {
      const found = await findings(parts, hints, document);
      return found.map((finding) => toDiagnostic(document, finding));
    },
    fixes: async (document, diagnostics) => {
      const task = objectTaskOf(parts, document);
      const fixed = diagnostics.filter(isAboutMissing);
      if (task === undefined || fixed.length === 0) return [];
      const missing = (await findings(parts, hints, document)).flatMap(
        (finding): readonly MissingKey[] =>
          finding.missing === undefined ? [] : [finding.missing],
      );
      const known = knowledgeOf(task, hints.now(task));
      const fix = missingKeysFix(document, missing, fixed, known);
      return fix === undefined ? [] : [fix];
    },
    onDidChange: hints.onDidChange,
    dispose: () => registrations.dispose(),
  };
}

function taskOf(
  { tasks }: Pick<LanguageParts, 'tasks'>,
  document: vscode.TextDocument,
): Task | undefined {
  const path = pathOf(document.uri);
  const state = path === undefined ? undefined : tasks.latest(path.ref);
  return state?.kind === 'known' ? state.task : undefined;
}

function objectTaskOf(
  parts: Pick<LanguageParts, 'tasks'>,
  document: vscode.TextDocument,
): Task | undefined {
  const task = taskOf(parts, document);
  return task?.options.output?.kind === 'object' ? task : undefined;
}

async function findings(
  parts: LanguageParts,
  hints: HintSource,
  document: vscode.TextDocument,
): Promise<readonly Finding[]> {
  const task = taskOf(parts, document);
  if (task === undefined) return [];
  const { mode } = (await parts.drafts.read(task.ref)) ?? {};
  return outputFindings({
    text: document.getText(),
    task,
    hints: hints.now(task),
    mode,
    isSyntaxMarked: isMarkedByVsCode(document),
  });
}

function keyNodeAt(document: vscode.TextDocument, position: vscode.Position) {
  const tree = treeOf(document.getText());
  const node = tree && findNodeAtOffset(tree, document.offsetAt(position));
  const isKey = node?.parent?.type === 'property' && node.parent.children?.[0] === node;
  return isKey ? node : undefined;
}
