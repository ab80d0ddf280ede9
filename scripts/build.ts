/** `npm run build [-- --production]` and `npm run watch`. */
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { buildBundle, bundleFiles, bundleNames, bundleOptions } from './bundles.ts';

const { values } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' } },
});
const isProduction = values.production ?? false;

if (values.watch) {
  for (const name of bundleNames) {
    const watching = await context({ ...bundleOptions(name, isProduction), logLevel: 'info' });
    await watching.watch();
  }
} else {
  for (const name of bundleNames) {
    const metafile = await buildBundle(name, isProduction);
    const bytes = metafile.outputs[bundleFiles[name]]?.bytes ?? 0;
    console.log(`${bundleFiles[name]}  ${(bytes / 1000).toFixed(0)} KB`);
  }
}
