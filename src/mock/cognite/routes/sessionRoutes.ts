import { badRequest } from '../apiError.ts';
import type { JsonObject } from '../../json.ts';
import { type ApiRequest, readItems } from '../apiRequest.ts';
import { issueNonce } from '../nonces.ts';
import { type ApiAnswer, ok, type Route } from '../route.ts';

export const sessionRoutes: readonly Route[] = [
  { method: 'POST', path: '//sessions', needs: 'SESSION', run: create },
];

function create(request: ApiRequest): ApiAnswer {
  const { random } = request.machine;
  const items = readItems(request, 1, 1).map((item) => ({
    id: 1 + Math.floor(random.next() * 1_000_000_000),
    ...kindOf(item),
    status: 'READY',
    nonce: issueNonce(request.machine),
  }));
  return ok({ items });
}

function kindOf(item: JsonObject): JsonObject {
  if (item['tokenExchange'] === true) return { type: 'TOKEN_EXCHANGE' };
  if (item['oneshotTokenExchange'] === true) return { type: 'ONESHOT_TOKEN_EXCHANGE' };
  const { clientId, clientSecret } = item;
  if (typeof clientId === 'string' && typeof clientSecret === 'string') {
    return { type: 'CLIENT_CREDENTIALS', clientId };
  }
  throw badRequest('A session takes client credentials or a token exchange.');
}
