import type { TaskRef } from '../../domain/task.ts';

/** What a document's path says about its task. */
export interface OutputPath {
  readonly ref: TaskRef;
  /** For the tab's title only; cut and cleaned, never looked up. */
  readonly taskName: string;
  readonly kind: 'object' | 'text';
}

const suffixes = { object: '.output.jsonc', text: '.output.txt' } as const;
/** Stands for an engine without executions; a real id with this text is encoded. */
const absent = '~';
/** Stands for an empty text, since a path has no empty segment; nothing else is encoded so. */
const empty = '%empty';

/**
 * "/connection/workflow/execution/task/name.output.jsonc". Every segment is encoded so that no
 * name, however hostile, changes the path's shape; decoded again by `parseOutputPath`.
 */
export function outputPath(path: OutputPath): string {
  const { ref } = path;
  return [
    '',
    encodeSegment(ref.connection),
    encodeSegment(ref.workflow),
    ref.execution === undefined ? absent : encodeSegment(ref.execution),
    encodeSegment(ref.task),
    titleSegment(path.taskName) + suffixes[path.kind],
  ].join('/');
}

/** The path's parts; undefined where it is not one of ours. */
export function parseOutputPath(path: string): OutputPath | undefined {
  const [lead, connection, workflow, execution, task, file, ...rest] = path.split('/');
  if (lead !== '' || rest.length > 0) return undefined;
  if (!connection || !workflow || !execution || !task || !file) return undefined;
  const kind = file.endsWith(suffixes.text) ? 'text' : 'object';
  if (!file.endsWith(suffixes[kind])) return undefined;
  return {
    ref: {
      connection: decodeSegment(connection),
      workflow: decodeSegment(workflow),
      ...(execution === absent ? {} : { execution: decodeSegment(execution) }),
      task: decodeSegment(task),
    },
    taskName: decodeSegment(file.slice(0, -suffixes[kind].length)),
    kind,
  };
}

/** Separators, wildcards, controls and lone halves of characters never reach a path as they are. */
export function encodeSegment(text: string): string {
  const safe = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[%/\\?#*"<>|~\p{Cc}]/gu, (character) => encodeURIComponent(character))
    // VS Code takes "/C:" for a drive and writes it in lower case.
    .replace(/^([A-Za-z]):/, '$1%3A')
    .replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
  // encodeURIComponent leaves "~" and "*" alone; they mean something here.
  const whole = safe.replace(/~/g, '%7E').replace(/\*/g, '%2A');
  return whole === '' ? empty : whole;
}

export function decodeSegment(segment: string): string {
  if (segment === empty) return '';
  try {
    return decodeURIComponent(segment);
  } catch {
    // A path typed by hand: taken as it is, the task is then simply not found.
    return segment;
  }
}

function titleSegment(name: string): string {
  return encodeSegment(name.slice(0, 80).replace(/\p{Surrogate}$/u, ''));
}
