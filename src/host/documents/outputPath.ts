import { isTaskRef, readDocument } from '../../app/readDocument.ts';
import type { TaskRef } from '../../domain/task.ts';

/** What an output document's URI says about its task. */
export interface OutputPath {
  readonly ref: TaskRef;
  // Names are for people only; cut and cleaned, never looked up.
  readonly connectionName: string;
  readonly workflowName: string;
  readonly taskName: string;
  readonly kind: 'object' | 'text';
}

/** The two parts of a URI that say it; VS Code keeps both as they are, wherever it stores URIs. */
export interface OutputUri {
  readonly path: string;
  readonly query: string;
}

const suffixes = { object: '.output.jsonc', text: '.output.txt' } as const;
/** Stands for an empty text, since a path has no empty segment; nothing else is encoded so. */
const empty = '%empty';

/**
 * "/connection/workflow/task.output.jsonc", which is what a person reads above the document. The
 * ids are in the query: tasks of the same name differ by it. Every segment is encoded so that no
 * name, however hostile, changes the path's shape.
 */
export function outputUriOf(path: OutputPath): OutputUri {
  const { connection, workflow, execution, task } = path.ref;
  const segments = [path.connectionName, path.workflowName, path.taskName].map(nameSegment);
  return {
    path: `/${segments.join('/')}${suffixes[path.kind]}`,
    query: JSON.stringify({ connection, workflow, execution, task }),
  };
}

/** What a URI says; undefined where it is not one of ours. */
export function parseOutputUri({ path, query }: OutputUri): OutputPath | undefined {
  const [lead, connection, workflow, file, ...rest] = path.split('/');
  if (lead !== '' || rest.length > 0 || !connection || !workflow || !file) return undefined;
  const kind = file.endsWith(suffixes.text) ? 'text' : 'object';
  if (!file.endsWith(suffixes[kind])) return undefined;
  const ref = readDocument(query);
  if (!isTaskRef(ref)) return undefined;
  return {
    ref: ref as unknown as TaskRef,
    connectionName: decodePathSegment(connection),
    workflowName: decodePathSegment(workflow),
    taskName: decodePathSegment(file.slice(0, -suffixes[kind].length)),
    kind,
  };
}

/**
 * Separators, wildcards, controls, direction marks and lone halves of characters never reach a path
 * as they are: a tab shows it.
 */
export function encodePathSegment(text: string): string {
  const safe = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[%/\\?#*"<>|~\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) =>
      encodeURIComponent(character),
    )
    // VS Code takes "/C:" for a drive and writes it in lower case.
    .replace(/^([A-Za-z]):/, '$1%3A')
    .replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
  // encodeURIComponent leaves "~" and "*" alone; they mean something here.
  const whole = safe.replace(/~/g, '%7E').replace(/\*/g, '%2A');
  return whole === '' ? empty : whole;
}

function decodePathSegment(segment: string): string {
  if (segment === empty) return '';
  try {
    return decodeURIComponent(segment);
  } catch {
    // A path typed by hand: taken as it is, the task is then simply not found.
    return segment;
  }
}

/** A name as a segment, cut so that no path grows too long. */
export function nameSegment(name: string): string {
  return encodePathSegment(name.slice(0, 80).replace(/\p{Surrogate}$/u, ''));
}
