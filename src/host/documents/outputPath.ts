import { isTaskRef, readDocument } from '../../app/readDocument.ts';
import type { TaskRef } from '../../domain/task.ts';

/** The task that an output document's URI stands for. */
export interface OutputPath {
  readonly ref: TaskRef;
  // The names are for people only: they are shortened, and never used to look anything up.
  readonly connectionName: string;
  readonly workflowName: string;
  readonly taskName: string;
  readonly kind: 'object' | 'text';
}

/** The path and query of an output document's URI. VS Code stores both unchanged. */
export interface OutputUri {
  readonly path: string;
  readonly query: string;
}

const suffixes = { object: '.output.jsonc', text: '.output.txt' } as const;
/**
 * Stands for an empty text, because a path has no empty segments. No other text is encoded like
 * this.
 */
const empty = '%empty';

/**
 * "/connection/workflow/task.output.jsonc" is the title that a person reads. The query holds the
 * ids, which tell tasks with the same name apart. Segments are encoded: no name may change the
 * shape of the path.
 */
export function outputUriOf(path: OutputPath): OutputUri {
  const { connection, workflow, execution, task } = path.ref;
  const segments = [path.connectionName, path.workflowName, path.taskName].map(nameSegment);
  return {
    path: `/${segments.join('/')}${suffixes[path.kind]}`,
    query: JSON.stringify({ connection, workflow, execution, task }),
  };
}

/** The parts of a URI; undefined when the URI is not one of ours. */
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
 * Encodes separators, wildcards, control characters, direction marks and lone surrogates: a tab
 * shows the path.
 */
export function encodePathSegment(text: string): string {
  const safe = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[%/\\?#*"<>|~\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (character) =>
      encodeURIComponent(character),
    )
    // VS Code takes "/C:" for a drive and makes it lower case.
    .replace(/^([A-Za-z]):/, '$1%3A')
    .replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
  // encodeURIComponent does not encode "~" and "*".
  const whole = safe.replace(/~/g, '%7E').replace(/\*/g, '%2A');
  return whole === '' ? empty : whole;
}

function decodePathSegment(segment: string): string {
  if (segment === empty) return '';
  try {
    return decodeURIComponent(segment);
  } catch {
    // A path typed by hand may be invalid. As it is, it matches no task.
    return segment;
  }
}

/** A name as a path segment, cut to keep the path short. */
export function nameSegment(name: string): string {
  return encodePathSegment(name.slice(0, 80).replace(/\p{Surrogate}$/u, ''));
}
