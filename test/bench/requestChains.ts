import type { TaskRef } from '../../src/domain/task.ts';
import type { RecordedRequest } from '../../src/mock/requestLog.ts';

/** A request as it went over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a run of the product sent: once, and for each task one request after the other. */
export interface RequestChains {
  readonly once: readonly WireRequest[];
  readonly perTask: readonly (readonly WireRequest[])[];
}

// Node writes these by itself, and for a bare client it writes its own.
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** Tells by the ids in a request to which task it belongs. */
export function chainsOf(
  requests: readonly RecordedRequest[],
  refs: readonly TaskRef[],
): RequestChains {
  const places = new Map<string, number>();
  for (const [place, ref] of refs.entries()) {
    for (const id of idsOf(ref)) places.set(id, place);
  }
  const once: WireRequest[] = [];
  const perTask: WireRequest[][] = refs.map(() => []);
  for (const request of requests) {
    const wire = toWire(request);
    const text = wire.path + wire.body;
    const place = (text.match(anyId) ?? [])
      .map((id) => places.get(id))
      .find((at) => at !== undefined);
    const chain = place === undefined ? once : perTask[place];
    chain?.push(wire);
  }
  return { once, perTask };
}

/** The same requests for other tasks, whose ids have the same lengths. */
export function forOthers(
  { once, perTask }: RequestChains,
  from: readonly TaskRef[],
  to: readonly TaskRef[],
): RequestChains {
  const chains = perTask.map((chain, place) => {
    const [before, after] = [from[place], to[place]];
    if (before === undefined || after === undefined) throw new Error('The tasks do not match.');
    const newIds = idsOf(after);
    const pairs = idsOf(before).map((id, index) => [id, newIds[index] ?? ''] as const);
    const rename = (text: string) =>
      pairs.reduce((renamed, [old, now]) => renamed.replaceAll(old, now), text);
    return chain.map((wire) => ({ ...wire, path: rename(wire.path), body: rename(wire.body) }));
  });
  return { once, perTask: chains };
}

/** All three engines' mocks name tasks and executions by UUIDs. */
const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

function idsOf({ task, execution }: TaskRef): readonly string[] {
  return execution === undefined ? [task] : [task, execution];
}

function toWire({ method, path, query, headers, body }: RecordedRequest): WireRequest {
  const kept = Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
  return { method, path: path + query, headers: Object.fromEntries(kept), body };
}
