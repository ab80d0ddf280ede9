import type { Connection } from '../../src/domain/connection.ts';
import { orkesKey } from './conductorSubject.ts';
import type { Stage, Subject } from './subject.ts';

/** The connection of a stage's engine, as the settings would define it. */
export function connectionOf({ mock }: Stage, { kind, renewsToken }: Subject): Connection {
  const urls: Readonly<Record<string, string>> = {
    conductor: mock.conductorUrl,
    cognite: mock.cogniteUrl,
    xpander: mock.xpanderUrl,
  };
  return {
    id: 'c1',
    name: 'c1',
    engine: kind,
    url: urls[kind] ?? '',
    environment: 'development',
    readOnly: false,
    details: renewsToken ? { keyId: orkesKey.id } : {},
  };
}
