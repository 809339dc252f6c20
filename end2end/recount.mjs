// Recounts a record on the recount page, in a browser: prints the seconds from the choice of the file to the verdict.
//   node end2end/recount.mjs RECORD.jsonl
import { chromium } from '@playwright/test';
import { browser, openHouse } from './fixtures/house.mjs';

const [record] = process.argv.slice(2);
const house = await openHouse('c');
const chrome = await chromium.launch(browser);
try {
  const page = await (await chrome.newContext({ baseURL: house.url })).newPage();
  await page.goto('/en/voting/BPP2/recount');
  await page.locator('.recount input[type=file]').waitFor();
  const begun = performance.now();
  await page.locator('.recount input[type=file]').setInputFiles(record);
  const verdict = page.locator('.recount__verdict[data-state]');
  await verdict.waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - begun) / 1000;
  const state = await verdict.getAttribute('data-state');
  if (state !== 'sound') throw new Error(await verdict.textContent());
  console.log(seconds.toFixed(2));
} finally {
  await chrome.close();
  await house.stop();
}
