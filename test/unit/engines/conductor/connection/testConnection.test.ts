import { strict as assert } from 'node:assert';
import { test } from 'node:test';

import { conductorBaseUrl } from '../../../../../src/engines/conductor/connection/conductorBaseUrl.ts';
import { createCapabilities } from '../../../../../src/engines/conductor/connection/capabilities.ts';
import { explainConductor } from '../../../../../src/engines/conductor/connection/explainConductor.ts';
import { testConnection } from '../../../../../src/engines/conductor/connection/testConnection.ts';
import { client, serve } from '../../../http/server.ts';

const { signal } = new AbortController();

test('a failed connection test adds a hint to the error', async (t) => {
  const table = [
    [
      401,
      '{"error":"INVALID_TOKEN"}',
      /^The server answered 401\. The server requires a sign-in, as Orkes/,
    ],
    [403, '{"message":"no"}', /^The server answered 403: no\. The server may require a sign-in/],
    [404, '{"message":"No static resource api/workflow/search."}', /Is there a Conductor at this/],
    [404, '{"detail":"Not Found"}', /^The server answered 404\. Is there a Conductor at this URL/],
    [200, '<!doctype html><title>Hello</title>', /^The server answered 200 with a web page/],
    [200, '{"hello":1}', /unexpected shape: results is missing/],
  ] as const;
  for (const [status, body, message] of table) {
    const server = await serve(t, (_request, response) => response.writeHead(status).end(body));
    const { send } = client(conductorBaseUrl(server.url), { explain: explainConductor });
    await assert.rejects(testConnection(send, createCapabilities(send), signal), { message });
  }
});
