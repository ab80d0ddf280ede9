/** `npm run build [-- --production]` and `npm run watch`. */
import { parseArgs } from 'node:util';
import { buildBundle, bundleFiles, bundleNames } from './bundles.ts';
import { watchBundles } from './watchBundles.ts';

const { values } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' } },
});
const isProduction = values.production ?? false;

if (values.watch) {
  await watchBundles(isProduction);
} else {
  for (const name of bundleNames) {
    const metafile = await buildBundle(name, isProduction);
    const bytes = metafile.outputs[bundleFiles[name]]?.bytes ?? 0;
    console.log(`${bundleFiles[name]}  ${(bytes / 1000).toFixed(0)} KB`);
  }
}
