import { addresses } from './addresses.fuzz.ts';
import { answers } from './answers.fuzz.ts';
import { discovery } from './discovery.fuzz.ts';
import { engines } from './engines.fuzz.ts';
import type { Fuzz } from './fuzz.ts';
import { json } from './json.fuzz.ts';
import { links } from './links.fuzz.ts';
import { lists } from './lists.fuzz.ts';
import { mock } from './mock.fuzz.ts';
import { outputs } from './outputs.fuzz.ts';
import { settings } from './settings.fuzz.ts';
import { snippets } from './snippets.fuzz.ts';
import { stored } from './stored.fuzz.ts';
import { templates } from './templates.fuzz.ts';

/** The fuzz tests of all parsers. */
export const all: readonly Fuzz[] = [
  ...json,
  ...answers,
  ...addresses,
  ...settings,
  ...templates,
  ...links,
  ...stored,
  ...discovery,
  ...engines,
  ...lists,
  ...outputs,
  ...mock,
  ...snippets,
];
