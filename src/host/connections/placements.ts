import type { Connection, Environment } from '../../domain/connection.ts';

export type PlacementKey = 'development' | 'staging' | 'production' | 'readOnly';

/** How careful updates must be. One pick sets two settings. */
export interface Placement {
  readonly key: PlacementKey;
  readonly label: string;
  readonly detail?: string;
  readonly environment: Environment;
  readonly readOnly: boolean;
}

export const placements: readonly Placement[] = [
  { key: 'development', label: 'Development', environment: 'development', readOnly: false },
  { key: 'staging', label: 'Staging', environment: 'staging', readOnly: false },
  {
    key: 'production',
    label: 'Production',
    detail: 'Every update is confirmed once more; the status bar is coloured.',
    environment: 'production',
    readOnly: false,
  },
  {
    key: 'readOnly',
    label: 'Production, read only',
    detail: 'Shows everything and sends nothing.',
    environment: 'production',
    readOnly: true,
  },
];

/**
 * The placement of a connection. A read-only connection counts as read only in every environment.
 */
export function placementOf({ environment, readOnly }: Partial<Connection>): PlacementKey {
  return readOnly === true ? 'readOnly' : (environment ?? 'development');
}
