import { document, review } from './interruptions/document.ts';
import { interruptFlows } from './interruptions/interruptFlows.ts';
import { tasksAsText } from './interruptions/list.ts';
import { oneOutput } from './interruptions/many.ts';
import { merge } from './interruptions/merge.ts';
import { recipe } from './interruptions/recipe.ts';
import { sendAgain, undo } from './interruptions/sent.ts';

// A document that one of them leaves open is open in no other one.
interruptFlows([document, review, recipe, oneOutput, tasksAsText, sendAgain, undo, merge]);
