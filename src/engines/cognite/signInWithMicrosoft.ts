import { type SignIn, signInFailure } from '../../http/signIn.ts';

export interface MicrosoftSettings {
  /** Separated by blanks. */
  readonly scope: string;
  /** The tenant to sign in to, where it is not the account's own. */
  readonly tenant: string | undefined;
}

/** The editor's Microsoft account. The editor keeps its tokens and renews them in time. */
export function signInWithMicrosoft(
  settings: MicrosoftSettings,
  microsoftToken: (scopes: readonly string[]) => Promise<string | undefined>,
): SignIn {
  // VS Code's Microsoft provider reads the tenant from a scope of this name.
  const tenant = settings.tenant === undefined ? [] : [`VSCODE_TENANT:${settings.tenant}`];
  const scopes = [...settings.scope.split(/\s+/).filter((scope) => scope !== ''), ...tenant];
  return {
    async token() {
      const token = await microsoftToken(scopes);
      if (token === undefined) throw signInFailure('Nobody is signed in with a Microsoft account.');
      return token;
    },
    refused: () => true,
  };
}
