import type { Deed, World } from '../model.ts';
import type { OperationKind } from '../profiles.ts';
import { look } from './look.ts';
import {
  checkAgain,
  repeatLast,
  sendAgain,
  sendMany,
  sendOne,
  undoOne,
  writeDraft,
} from './sending.ts';
import {
  changeWeather,
  close,
  crash,
  endSessions,
  setClock,
  somebodyWrites,
  troubleStorage,
  workerActs,
} from './trouble.ts';

/** What each operation does. A new operation is a line here and a weight in the profiles. */
export const operations: Readonly<
  Record<OperationKind, (world: World, deed: Deed) => Promise<unknown>>
> = {
  look,
  draft: writeDraft,
  send: sendOne,
  bulk: sendMany,
  undo: undoOne,
  repeat: repeatLast,
  sendAgain,
  checkAgain,
  foreign: somebodyWrites,
  worker: workerActs,
  weather: changeWeather,
  revoke: endSessions,
  crash,
  close,
  clockJump: setClock,
  storageTrouble: troubleStorage,
};
