import { type SignIn, signInFailure } from '../../../http/signIn.ts';
import { scopesOf } from './microsoftScope.ts';

export interface MicrosoftSettings {
  /** Separated by spaces. */
  readonly scope: string;
  /** The tenant to sign in to; undefined for the account's own. */
  readonly tenant: string | undefined;
}

/** Signs in with the editor's Microsoft account. The editor stores and renews its tokens. */
export function signInWithMicrosoft(
  settings: MicrosoftSettings,
  microsoftToken: (scopes: readonly string[]) => Promise<string | undefined>,
): SignIn {
  // VS Code's Microsoft provider reads the tenant from a scope with this prefix.
  const tenant = settings.tenant === undefined ? [] : [`VSCODE_TENANT:${settings.tenant}`];
  const scopes = [...scopesOf(settings.scope), ...tenant];
  return {
    async token() {
      const token = await microsoftToken(scopes);
      if (token === undefined) throw signInFailure('Nobody is signed in with a Microsoft account.');
      return token;
    },
    refused: () => true,
  };
}
