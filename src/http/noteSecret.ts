import type { SignIn } from './signIn.ts';

type ReadSecret = () => Promise<string | undefined>;

/** Adds each secret that is read to `secrets`, which logs and errors hide. */
export function noteSecret(read: ReadSecret, secrets: Set<string>): ReadSecret {
  return async () => {
    const secret = await read();
    if (secret !== undefined) secrets.add(secret.trim());
    return secret;
  };
}

/** Adds each token to `secrets`. Old tokens stay, because a server may still quote them. */
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
