import { cogniteSubject } from './cogniteSubject.ts';
import { conductorSubject } from './conductorSubject.ts';
import type { Subject } from './subject.ts';
import { xpanderSubject } from './xpanderSubject.ts';

/** Every engine that has to keep the contract. */
export const subjects: readonly Subject[] = [
  conductorSubject(undefined, true),
  conductorSubject('3.21.14', true),
  conductorSubject('3.16.0', true),
  conductorSubject(undefined, false),
  cogniteSubject,
  xpanderSubject,
];
