/**
 * `npm run bench [-- WORD…]` measures speed and sizes and prints one line for each. With WORDs it
 * takes the measures whose names hold one of them. A missed limit is no failure: machines differ.
 */
import { activationTime } from '../test/bench/activationTime.ts';
import { bulk } from '../test/bench/bulk.ts';
import { engineNames } from '../test/bench/benchProduct.ts';
import type { EngineName } from '../test/bench/benchProduct.ts';
import { figureLine } from '../test/bench/figure.ts';
import type { Figure } from '../test/bench/figure.ts';
import { firstPage } from '../test/bench/firstPage.ts';
import { journalGrowth } from '../test/bench/journalGrowth.ts';
import { outcomeTime } from '../test/bench/outcomeTime.ts';
import { sizes } from '../test/bench/sizes.ts';
import { storeGrowth } from '../test/bench/storeGrowth.ts';

interface Measure {
  readonly name: string;
  readonly run: () => Promise<readonly Figure[]>;
}

const measures: readonly Measure[] = [
  ...forEachEngine('outcome', outcomeTime),
  ...forEachEngine('page', firstPage),
  ...forEachEngine('bulk', bulk),
  { name: 'resources of the journal', run: journalGrowth },
  { name: 'resources of the store', run: storeGrowth },
  { name: 'activation', run: activationTime },
  { name: 'sizes', run: sizes },
];

const words = process.argv.slice(2);
for (const { name, run } of measures) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  for (const figure of await run()) console.log(figureLine(figure));
}

function forEachEngine(
  name: string,
  measure: (engine: EngineName) => Promise<Figure>,
): readonly Measure[] {
  return engineNames.map((engine) => ({
    name: `${name} ${engine}`,
    run: async () => [await measure(engine)],
  }));
}
