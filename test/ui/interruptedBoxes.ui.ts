import { inlineFail, statusBar } from './interruptions/fail.ts';
import { interruptFlows } from './interruptions/interruptFlows.ts';
import { overDraft, prefilled } from './interruptions/link.ts';
import { failMany, many } from './interruptions/many.ts';
import { triage } from './interruptions/triage.ts';
import { fields, wizard } from './interruptions/wizard.ts';

interruptFlows([
  wizard,
  fields,
  inlineFail,
  statusBar,
  triage,
  prefilled,
  overDraft,
  many,
  failMany,
]);
