import { badRequest } from './apiError.ts';
import type { Machine } from './machine.ts';

// The vendor's page on sessions: a nonce lives for about a minute, and binds one session.
const lifetimeMs = 60_000;

export function issueNonce({ store, random, clock }: Machine): string {
  const nonce = random.uuid();
  store.nonces.set(nonce, clock.now() + lifetimeMs);
  return nonce;
}

/** Uses up a nonce. @throws {ApiError} 400 for one that was used or has expired */
export function bindSession({ store, clock, settings }: Machine, nonce: string): void {
  const until = store.nonces.get(nonce) ?? (settings().takesAnyNonce ? Infinity : 0);
  if (until <= clock.now()) throw badRequest('Failed to bind nonce with session.');
  if (store.nonces.has(nonce)) store.nonces.set(nonce, 0);
}
