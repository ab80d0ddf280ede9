import { cogniteSubject } from './cogniteSubject.ts';
import { conductorSubject, orkesKey } from './conductorSubject.ts';
import type { Subject } from './subject.ts';
import { xpanderSubject } from './xpanderSubject.ts';

/** All engines under the contract. */
export const subjects: readonly Subject[] = [
  conductorSubject('conductor newest'),
  conductorSubject('conductor 3.21.14', { conductorVersion: '3.21.14' }),
  conductorSubject('conductor 3.16.0', { conductorVersion: '3.16.0' }),
  conductorSubject('conductor without index', { index: false }),
  conductorSubject('conductor Orkes', { orkes: { keys: { [orkesKey.id]: orkesKey.secret } } }),
  cogniteSubject,
  xpanderSubject,
];
