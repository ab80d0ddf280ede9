/**
 * `node scripts/icon.ts` draws media/icon.png from media/icon.svg. The marketplace wants a PNG.
 * `optipng -o5 media/icon.png` then takes half of its size away, pixel for pixel.
 */
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './launchBrowser.ts';
import { inRoot } from './root.ts';

const side = 256;

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.goto(pathToFileURL(inRoot('media/icon.svg')).href);
  await page.screenshot({ path: inRoot('media/icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
