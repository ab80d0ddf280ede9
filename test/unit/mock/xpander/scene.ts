import assert from 'node:assert/strict';

import { createClock } from '../../../../src/mock/clock.ts';
import type { Seed } from '../../../../src/mock/seed.ts';
import type { Wire } from '../../../../src/mock/xpander/model.ts';
import { createXpander } from '../../../../src/mock/xpander/xpander.ts';

export const noon = Date.UTC(2026, 4, 2, 12);

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** The mock's xpander.ai part without a socket, with a clock fixed at noon. */
export function scene(options: { key?: string; seed?: Seed } = {}) {
  const clock = createClock(() => noon);
  const xpander = createXpander({ clock, seed: options.seed ?? 'demo', key: options.key });

  const ask = async (path: string, { method = 'GET', body, headers, raw }: Ask = {}) => {
    const answer = await xpander.fetch(
      new Request(`http://mock${path}`, {
        method,
        headers: { 'x-api-key': 'any', ...headers },
        ...(raw === undefined ? {} : { body: raw }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    assert.ok(answer, `${path} is nobody's`);
    return answer;
  };
  const read = async (path: string, how: Ask = {}): Promise<Wire> => {
    const answer = await ask(path, how);
    assert.equal(answer.status, 200, `${how.method ?? 'GET'} ${path}`);
    return (await answer.json()) as Wire;
  };
  return {
    clock,
    xpander,
    ask,
    read,
    /** Creates an agent or a workflow and returns its id. */
    async create(path: string, body: unknown): Promise<string> {
      const answer = await ask(path, { method: 'POST', body });
      assert.equal(answer.status, 201, path);
      return String(((await answer.json()) as Wire)['id']);
    },
    list: async (path: string) => (await read(path)) as unknown as Wire[],
    task: (id: string) => read(`/agent-execution/${encodeURIComponent(id)}/status`),
    patch: (id: string, body: unknown) =>
      read(`/agent-execution/${encodeURIComponent(id)}/update`, { method: 'PATCH', body }),
  };
}
