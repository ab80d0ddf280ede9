import type { TaskRef } from '../../domain/task.ts';
import { decodeSegment, encodeSegment } from './outputPath.ts';

/** What a read-only document shows. `title` is for the tab only. */
export type Viewed =
  | { readonly kind: 'task'; readonly ref: TaskRef; readonly title: string }
  | { readonly kind: 'execution'; readonly connection: string; readonly execution: string }
  | {
      readonly kind: 'update';
      readonly entry: string;
      readonly side: 'before' | 'after' | 'whole';
      readonly title: string;
    }
  /** A text that lives as long as the window. */
  | { readonly kind: 'text'; readonly id: string; readonly title: string };

/** "/task/connection/workflow/execution/task/title.json" and the like, each part encoded. */
export function viewPath(viewed: Viewed): string {
  switch (viewed.kind) {
    case 'task': {
      const { connection, workflow, execution, task } = viewed.ref;
      return join('task', [connection, workflow, execution ?? '', task], viewed.title);
    }
    case 'execution':
      return join('execution', [viewed.connection, viewed.execution], viewed.execution);
    case 'update':
      return join('update', [viewed.entry, viewed.side], viewed.title);
    case 'text':
      return join('text', [viewed.id], viewed.title);
  }
}

/** Undefined where the path is not one of ours. */
export function parseViewPath(path: string): Viewed | undefined {
  const [, kind, ...encoded] = path.split('/');
  const parts = encoded.map(decodeSegment);
  const title = decodeSegment((encoded.at(-1) ?? '').replace(/\.json$/, ''));
  if (kind === 'task') return taskOf(parts, title);
  if (kind === 'update') return updateOf(parts, title);
  const [first, second] = parts;
  if (kind === 'execution' && parts.length === 3 && first !== undefined && second !== undefined) {
    return { kind, connection: first, execution: second };
  }
  return kind === 'text' && parts.length === 2 && first !== undefined
    ? { kind, id: first, title }
    : undefined;
}

function taskOf(parts: readonly string[], title: string): Viewed | undefined {
  const [connection = '', workflow = '', execution = '', task = ''] = parts;
  if (parts.length !== 5) return undefined;
  const ref = { connection, workflow, ...(execution === '' ? {} : { execution }), task };
  return { kind: 'task', ref, title };
}

function updateOf(parts: readonly string[], title: string): Viewed | undefined {
  const [entry = '', side] = parts;
  if (parts.length !== 3) return undefined;
  if (side !== 'before' && side !== 'after' && side !== 'whole') return undefined;
  return { kind: 'update', entry, side, title };
}

function join(kind: string, parts: readonly string[], title: string): string {
  const name = encodeSegment(title.slice(0, 80).replace(/\p{Surrogate}$/u, ''));
  return `/${[kind, ...parts.map(encodeSegment), `${name}.json`].join('/')}`;
}
