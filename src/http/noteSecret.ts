import type { SignIn } from './signIn.ts';

type ReadSecret = () => Promise<string | undefined>;

/** Notes what a person entered, so that every request of the connection keeps it out of words. */
export function noteSecret(read: ReadSecret, secrets: Set<string>): ReadSecret {
  return async () => {
    const secret = await read();
    if (secret !== undefined) secrets.add(secret.trim());
    return secret;
  };
}

/** Notes the tokens of a sign-in as well: also the old ones, which a server may still quote. */
export function noteTokens(signIn: SignIn, secrets: Set<string>): SignIn {
  return {
    async token() {
      const token = await signIn.token();
      secrets.add(token);
      return token;
    },
    refused: (token) => signIn.refused(token),
  };
}
