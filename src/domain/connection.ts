/** The engine's name in the settings. The list of engines stands in engines/engines.ts alone. */
export type EngineKind = string;
export type Environment = 'development' | 'staging' | 'production';

/** One configured endpoint of an engine. No secret is ever in it. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly engine: EngineKind;
  /** As the person entered it: with or without /api, a path prefix or a trailing slash. */
  readonly url: string;
  readonly environment: Environment;
  readonly readOnly: boolean;
  /** Settings of this engine alone, keyed by DetailField.key: a project, a key's id. */
  readonly details: Readonly<Record<string, string>>;
}

/** A setting that an engine needs for a connection, besides the URL. */
export interface DetailField {
  /** The key in Connection.details and in the settings. */
  readonly key: string;
  readonly label: string;
  /** One sentence on where to find it. */
  readonly help: string;
  readonly optional?: boolean;
  /** Present where only these values are valid; the first is the default. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Asked only where this is true for the details entered so far. */
  readonly when?: (details: Readonly<Record<string, string>>) => boolean;
  /** Why a value cannot be used in this connection, in one sentence. */
  readonly problem?: (
    value: string,
    connection: Pick<Connection, 'url' | 'details'>,
  ) => string | undefined;
}

/**
 * The secret that a connection signs in with, described in the engine's words. Its value is kept in
 * SecretStorage.
 */
export interface SecretField {
  readonly label: string;
  readonly help: string;
  /** False where a connection with these details needs no secret. */
  readonly when: (details: Readonly<Record<string, string>>) => boolean;
}
