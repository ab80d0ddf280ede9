import type { DetailField, EngineKind, SecretField } from '../../domain/connection.ts';

/** The engines that extension.ts offers for connections. */
export interface EngineChoice {
  readonly kind: EngineKind;
  readonly label: string;
  /** An example of an address. */
  readonly exampleUrl: string;
  readonly details: readonly DetailField[];
  readonly secret?: SecretField;
}
