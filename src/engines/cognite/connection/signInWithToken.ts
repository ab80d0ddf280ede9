import { type SignIn, signInFailure } from '../../../http/signIn.ts';

/**
 * Signs in with a token that a person pasted, with or without "Bearer" before it. The token is read
 * for every request, so a new one works at once.
 */
export function signInWithToken(secret: () => Promise<string | undefined>): SignIn {
  return {
    async token() {
      const token = (await secret())?.trim().replace(/^bearer(\s+|$)/i, '') ?? '';
      if (token === '')
        throw signInFailure(
          'No access token was entered for this connection at its present address.',
        );
      if (!/^[\x21-\x7e]+$/.test(token)) {
        throw signInFailure(
          'The entered access token is not valid: it contains spaces or other characters that no token has.',
        );
      }
      return token;
    },
    refused: () => false,
  };
}
