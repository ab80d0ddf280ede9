import { interruptFlows } from './interruptions/interruptFlows.ts';
import { failManyInProduction } from './interruptions/many.ts';

interruptFlows([failManyInProduction], { environment: 'production' });
