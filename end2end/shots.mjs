// Screenshots of pages: each at two widths, light and dark, in two languages, into target/shots.
//   npm run shots -- [--as PERSONA] [--demo PRESET] [--out FOLDER] PATH…      PATH without the language: /workshops
// ACCOLADE_URL takes a house that runs already.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { browser as options, openHouse, signInContext } from './fixtures/house.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string' }, demo: { type: 'string', default: 'a' }, out: { type: 'string' } },
});
const paths = positionals.length ? positionals : ['/'];
const out = values.out ?? fileURLToPath(new URL('../target/shots', import.meta.url));
mkdirSync(out, { recursive: true });

const running = process.env.ACCOLADE_URL;
const house = running ? { url: running, stop: async () => {} } : await openHouse(values.demo);
const browser = await chromium.launch(options);
let code = 0;
try {
  for (const width of [375, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 812 : 800 }, colorScheme, deviceScaleFactor: width < 600 ? 2 : 1,
        locale: 'en-HK', timezoneId: 'Asia/Hong_Kong', reducedMotion: 'reduce',
      });
      if (values.as) await signInContext(context, house.url, values.as);
      const page = await context.newPage();
      for (const address of paths) {
        for (const language of ['en', 'tc']) {
          const answer = await page.goto(`${house.url}/${language}${address === '/' ? '' : address}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          const place = address.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'front';
          const name = `${place}.${values.as ?? 'visitor'}.${language}.${width}.${colorScheme}.png`;
          await page.screenshot({ path: path.join(out, name), fullPage: true });
          console.log(`${answer?.status()} ${name}${wide > 0 ? `  (${wide} px too wide)` : ''}`);
          if (!answer || answer.status() >= 500) code = 1;
        }
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await house.stop();
}
process.exit(code);
