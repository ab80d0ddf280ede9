/** The name of an engine in the settings: that of a row of the engine table, which alone lists them. */
export type EngineKind = string;
export type Environment = 'development' | 'staging' | 'production';

/** One configured endpoint of an engine. No secret is ever in it. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly engine: EngineKind;
  /** As the person gave it: with or without /api, a prefix or a trailing slash. */
  readonly url: string;
  readonly environment: Environment;
  readonly readOnly: boolean;
  /** What only this engine asks for, by the keys of its DetailFields: a project, a key's id. */
  readonly details: Readonly<Record<string, string>>;
}

/** One thing that an engine wants to know of a connection, beside its address. */
export interface DetailField {
  /** The key in Connection.details and in the settings. */
  readonly key: string;
  readonly label: string;
  /** One sentence on where to find it. */
  readonly help: string;
  readonly optional?: boolean;
  /** Where only some values make sense; the first one is the default. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Asked only where the details given so far make it matter. */
  readonly when?: (details: Readonly<Record<string, string>>) => boolean;
}

/** The secret that a connection signs in with, in the engine's words; it lives in SecretStorage. */
export interface SecretField {
  readonly label: string;
  readonly help: string;
  /** False where this connection signs in without a secret of its own. */
  readonly when: (details: Readonly<Record<string, string>>) => boolean;
}
