export const engineKinds = ['conductor'] as const;
export type EngineKind = (typeof engineKinds)[number];
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
}
