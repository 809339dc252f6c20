// What a first visit costs over the wire.
import type { Page } from '@playwright/test';
import { test, expect, enter } from '../fixtures/accolade';

test.use({ preset: 'b', now: '2002-03-20T08:05:00+08:00' });

/** Everything that comes over the wire for one page, from the first byte of its headers, in the order of its end. */
async function weigh(page: Page, path: string) {
  const wire = await page.context().newCDPSession(page);
  const loads = new Map<string, { path: string; encoding: string; bytes: number }>();
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.url.startsWith('http')) return; // what the browser has of its own
    const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? '';
    loads.set(requestId, { path: new URL(response.url).pathname, encoding, bytes: 0 });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load) load.bytes = encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const all = [...loads.values()];
  expect(all.every((load) => load.bytes > 0), JSON.stringify(all)).toBe(true);
  return { all, total: all.reduce((sum, load) => sum + load.bytes, 0) };
}

for (const at of ['en', 'tc', 'sc']) {
  test(`the front page in ${at} is light, and has no script`, async ({ page }) => {
    const { all } = await weigh(page, `/${at}`);
    const page_ = all.filter((load) => load.path === `/${at}` || load.path.endsWith('.css'));
    expect(page_).toHaveLength(2);
    expect(page_.map((load) => load.encoding)).toEqual(['br', 'br']);
    expect(page_.reduce((sum, load) => sum + load.bytes, 0)).toBeLessThanOrEqual(30_000);
    expect(all.filter((load) => /\.(js|wasm|woff2?)$/.test(load.path))).toEqual([]);
  });
}

test('no page but the door list brings a script', async ({ page }) => {
  await enter(page, 'organiser');
  for (const path of ['/workshops', '/workshops/PM-2002-4', '/workshops/PM-2002-4/register', '/desk', '/organise', '/organise/PM-2002-3', '/organise/new', '/account']) {
    const { all } = await weigh(page, `/en${path}`);
    expect(all.length, path).toBeGreaterThan(0);
    expect(all.filter((load) => /\.(js|wasm)$/.test(load.path)), path).toEqual([]);
  }
});

test('the door list is light, with all that brings it to life', async ({ page, javaScriptEnabled }) => {
  await enter(page, 'organiser');
  const { all, total } = await weigh(page, '/en/organise/PM-2002-3/door');
  // Without script the page is a plain list, and brings nothing for a life it cannot have.
  expect(all.some((load) => load.path.endsWith('.wasm')), 'all of it was weighed').toBe(javaScriptEnabled);
  expect(total, JSON.stringify(all, null, 1)).toBeLessThanOrEqual(130_000);
});
