import type { DetailField, EngineKind, SecretField } from '../../domain/connection.ts';

/** The engines that can be connected, as extension.ts hands them in. */
export interface EngineChoice {
  readonly kind: EngineKind;
  readonly label: string;
  /** What an address looks like. */
  readonly exampleUrl: string;
  readonly details: readonly DetailField[];
  readonly secret?: SecretField;
}
