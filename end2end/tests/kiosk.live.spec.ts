// The kiosk at an exhibition stop, with script: votes with and without a line, and forgets whoever leaves.
import { webcrypto } from 'node:crypto';
import type { Page, Response } from '@playwright/test';
import { test, expect, enter, expectAccessible } from '../fixtures/accolade';
import { cable, code, scan, takeSlip } from '../fixtures/kiosk';

test.use({ expected: [/net::ERR_|status of (409|50[023])/] });

// A machine of its own for each test, at the stop that is open: a browser's journal ends with the test, and a machine that is set up
// anew has a new key.
let device = '';
let number = 0;
async function newKiosk(page: Page) {
  number = (number % 3) + 1;
  await enter(page, 'exhibition');
  const made = await page.request.post('/api/voting/set-up-kiosk', { form: { stop: 'EX-BPP2-4', number: String(number) }, headers: { accept: 'application/json' } });
  expect(made.status(), await made.text()).toBe(200);
  await page.goto('/en/exhibitions/EX-BPP2-4/today');
  const href = await page.getByRole('link', { name: `Kiosk ${number}`, exact: true }).getAttribute('href');
  await page.context().clearCookies();
  return href!.split('/').at(-1)!;
}
const slip = async (page: Page) => takeSlip(page, house.url);

let house: { url: string; crash: () => Promise<void>; restart: () => Promise<void> };
let line: Awaited<ReturnType<typeof cable>>;
test.beforeEach(async ({ house: its, visitor }) => {
  house = its;
  line = await cable(house.url);
  device = await newKiosk(await visitor());
});
// First the windows, which would complain.
test.afterEach(async ({ context }) => {
  for (const page of context.pages()) await page.close();
  await line.cut();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const cards = (page: Page) => page.locator('.kiosk__cards label');
const titles = (page: Page) => page.locator('.kiosk__cards b').allTextContents();
const status = (page: Page) => page.locator('.kiosk footer [role=status]');

/** The kiosk, alive and ready for a slip. */
async function open(page: Page, path = `/en/kiosk/${device}`) {
  await page.goto(line.url + path);
  await expect(page.locator('.kiosk input[name=code]')).toBeFocused();
}

/** From a slip to the review: the first entry shown in the first award, the others left blank. */
async function choose(page: Page, of: string) {
  await scan(page, of);
  await expect(heading(page)).toHaveText(/: choose one$/);
  await expect(heading(page), 'a new screen is read out from its heading').toBeFocused();
  await cards(page).first().click();
  await press(page, 'Next');
  for (;;) {
    const at = await heading(page).textContent();
    if (at === 'Check your ballot') break;
    await press(page, 'Skip this award');
    await expect(heading(page)).not.toHaveText(at!);
  }
}

async function vote(page: Page, of: string) {
  await choose(page, of);
  await press(page, 'Cast my ballot');
}

const deposit = (page: Page) => page.waitForResponse((it) => it.url().endsWith('/api/voting/deposit'));
const shown = async (page: Page) => (await page.locator('.kiosk__no').textContent())!.replaceAll(' ', '');

/** Everything sent to the record, in the order it was sent. */
function sent(page: Page) {
  const all: { seq: number; prev: string; sealed: string; state?: string }[] = [];
  page.on('response', async (it: Response) => {
    if (!it.url().endsWith('/api/voting/deposit') || !it.ok()) return;
    const fields = new URLSearchParams(it.request().postData() ?? '');
    const entry = { seq: Number(fields.get('seq')), prev: fields.get('prev')!, sealed: fields.get('sealed')! };
    all.push({ ...entry, state: (await it.json()).state });
  });
  return all;
}

/** What is in the machine's journal. */
const journal = (page: Page) => page.evaluate(async (name) => {
  const db = await new Promise<IDBDatabase>((done) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => done(asked.result);
  });
  const all = db.transaction('entry').objectStore('entry').getAll();
  await new Promise((done) => { all.onsuccess = done; });
  db.close();
  return all.result as { seq: number; sealed: string }[];
}, `booth ${device}`);

test('a vote is cast, its receipt is signed, and the screen is cleared after twenty seconds', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await expectAccessible(page);
  await choose(page, await slip(page));
  await expectAccessible(page);
  const answered = deposit(page);
  await press(page, 'Cast my ballot');
  await expect(heading(page)).toHaveText('Thank you');
  await expect(page.getByText('Your ballot has been received.')).toBeVisible();
  const answer = await (await answered).json();
  expect(await shown(page)).toBe(answer.receipt);
  const given = (await page.locator('#given').getAttribute('value'))!.split('␟');
  const sign = await webcrypto.subtle.importKey('raw', Buffer.from(given[3], 'hex'), 'Ed25519', false, ['verify']);
  expect(await webcrypto.subtle.verify('Ed25519', sign, Buffer.from(answer.signature, 'hex'), Buffer.from(answer.text))).toBe(true);
  await expectAccessible(page);
  expect(await journal(page), 'signed for, it is wiped').toEqual([]);
  // The clock runs on by itself as well, while the page is looked at.
  await page.clock.runFor(10_000);
  await expect(heading(page)).toHaveText('Thank you');
  await page.clock.runFor(10_000);
  await expect(heading(page)).toHaveText('Scan your slip to begin');
  await expect(page.locator('.kiosk input[name=code]')).toBeFocused();
});

test('a mistyped code is told at once, and nobody is asked', async ({ page }) => {
  await open(page);
  let asked = 0;
  page.on('request', (it) => { if (it.url().includes('/api/voting/')) asked += 1; });
  const good = code();
  await scan(page, good.slice(0, 8) + (good[8] === '0' ? '1' : '0'));
  await expect(page.getByRole('alert')).toHaveText('One of the characters is not right. Please check the code and try again.');
  await expect(page.locator('.kiosk input[name=code]')).toHaveValue('');
  await scan(page, '7QK4');
  await expect(page.getByRole('alert')).toHaveText(/^A code has nine characters/);
  expect(asked).toBe(0);
});

test('the keys on the screen do for a reader that fails', async ({ page }) => {
  await open(page);
  const keys = page.getByRole('group', { name: 'Keys for the code' });
  for (const key of await slip(page)) await keys.getByRole('button', { name: key, exact: true }).click();
  await press(page, 'Begin');
  await expect(heading(page)).toHaveText(/: choose one$/);
});

test('language and large type lose no choice and move no entry', async ({ page }) => {
  await open(page);
  await scan(page, await slip(page));
  await expect(heading(page)).toHaveText(/: choose one$/);
  const order = await titles(page);
  await cards(page).nth(2).click();
  await press(page, '繁');
  await expect(heading(page)).toHaveText(/：請選一項$/);
  await press(page, '大字');
  await expect(cards(page).nth(2).getByRole('radio')).toBeChecked();
  await press(page, '简');
  await expect(heading(page)).toHaveText(/：请选一项$/);
  await expect(page.locator('.kiosk')).toHaveAttribute('lang', 'zh-Hans');
  await press(page, 'ENG');
  expect(await titles(page)).toEqual(order);
  await expect(cards(page).nth(2).getByRole('radio')).toBeChecked();
  await press(page, 'Next');
  await press(page, 'Back');
  expect(await titles(page)).toEqual(order);
  await expect(cards(page).nth(2).getByRole('radio')).toBeChecked();
  await expectAccessible(page);
});

test('a whole vote by keyboard alone', async ({ page }) => {
  await open(page);
  await scan(page, await slip(page));
  await expect(heading(page)).toHaveText(/: choose one$/);
  await expect(heading(page)).toBeFocused();
  // In the order in which things stand: size, three languages, then the entries.
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(cards(page).first().getByRole('radio')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(cards(page).nth(1).getByRole('radio')).toBeChecked();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText(/: choose one$|Check your ballot/);
});

test('a blank award is left by its own button, a blank ballot is not cast', async ({ page }) => {
  await open(page);
  await scan(page, await slip(page));
  await press(page, 'Next');
  await expect(page.getByText('Choose an entry, or press “Skip this award”.')).toBeVisible();
  while ((await heading(page).textContent()) !== 'Check your ballot') await press(page, 'Skip this award');
  await press(page, 'Cast my ballot');
  await expect(page.getByText(/^A ballot cannot be blank for every award/)).toBeVisible();
  await page.getByRole('button', { name: /^Change: / }).first().click();
  await cards(page).first().click();
  await press(page, 'Next');
  await expect(heading(page)).toHaveText('Check your ballot');
});

test('an idle kiosk asks, waits, and forgets everything', async ({ page }) => {
  await page.clock.install();
  await open(page, `/tc/kiosk/${device}`);
  await press(page, 'ENG');
  await scan(page, await slip(page));
  await expect(heading(page)).toHaveText(/: choose one$/);
  await cards(page).first().click();
  await page.clock.runFor(70_000);
  await expect(page.getByText('Are you still there?')).toHaveCount(0);
  await page.clock.runFor(5_000);
  await expect(page.getByText('Are you still there?')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'I am still here');
  await expect(page.getByText('Are you still there?')).toHaveCount(0);
  await expect(cards(page).first().getByRole('radio')).toBeChecked();
  await page.clock.runFor(91_000);
  await expect(heading(page)).toHaveText('請掃描紙條，開始投票');
  await expect(page.locator('.kiosk input[name=code]')).toHaveValue('');
});

test('a kiosk that was left on overnight has a new page before the first visitor comes', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await page.clock.fastForward('03:00:00');
  await page.clock.runFor(10_000);
  await page.evaluate(() => document.body.setAttribute('data-yesterday', ''));
  const again = page.waitForEvent('load');
  await page.clock.fastForward('02:00:00');
  await page.clock.runFor(10_000);
  await again;
  await expect(page.locator('body')).not.toHaveAttribute('data-yesterday');
  await expect(page.locator('.kiosk input[name=code]')).toBeFocused();
});

test('a slip is good for one ballot', async ({ page }) => {
  await open(page);
  const one = await slip(page);
  await vote(page, one);
  await expect(page.getByText('Your ballot has been received.')).toBeVisible();
  await press(page, 'Finish');
  await scan(page, one);
  await expect(page.getByRole('alert')).toHaveText(/already/);
  await expect(heading(page)).toHaveText('Scan your slip to begin');
});

test('with the line cut ballots are kept, also over a restart, and sent in order when it is back', async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, `booth ${device}`)).toBeGreaterThan(3);
  await line.cut();
  await vote(page, await slip(page));
  await expect(heading(page)).toHaveText('Thank you');
  await expect(page.getByText(/^Your ballot is sealed and kept on this kiosk/)).toBeVisible();
  await expect(status(page)).toHaveText('No connection · Waiting to be sent: 1');
  const first = await shown(page);
  expect(await journal(page)).toHaveLength(1);
  await page.close();

  const later = await context.newPage();
  const all = sent(later);
  await open(later);
  await expect(status(later)).toHaveText('No connection · Waiting to be sent: 1');
  await vote(later, await slip(later));
  await expect(heading(later)).toHaveText('Thank you');
  await expect(status(later)).toHaveText('No connection · Waiting to be sent: 2');
  const second = await shown(later);
  expect(second).not.toBe(first);
  const kept = await journal(later);
  expect(kept.map((it) => it.seq)).toEqual([kept[0].seq, kept[0].seq + 1]);
  expect(kept[0].sealed.length, 'two ballots of one length').toBe(kept[1].sealed.length);
  await expectAccessible(later);

  await line.mend();
  await expect(status(later)).toHaveText('', { timeout: 15_000 });
  expect(all.map((it) => it.seq)).toEqual(kept.map((it) => it.seq));
  expect(all.map((it) => it.state)).toEqual(['counted', 'counted']);
  expect(await journal(later)).toEqual([]);
});

test('with the server killed under it the kiosk votes on, is closed and opened again, and loses nothing', async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, `booth ${device}`)).toBeGreaterThan(3);
  const slips = [await slip(page), await slip(page), await slip(page)];
  await vote(page, slips[0]);
  await expect(heading(page)).toHaveText('Thank you');
  await expect.poll(() => journal(page)).toHaveLength(0);

  // In the middle of a ballot, after its code was checked.
  await press(page, 'Finish');
  await choose(page, slips[1]);
  await house.crash();
  await press(page, 'Cast my ballot');
  await expect(heading(page)).toHaveText('Thank you');
  await expect(status(page)).toHaveText('No connection · Waiting to be sent: 1');
  await page.close();

  const later = await context.newPage();
  const all = sent(later);
  await open(later);
  await vote(later, slips[2]);
  await expect(status(later)).toHaveText('No connection · Waiting to be sent: 2');
  await house.restart();
  await expect(status(later)).toHaveText('', { timeout: 20_000 });
  expect(all.map((it) => it.state)).toEqual(['counted', 'counted']);
  expect(await journal(later)).toEqual([]);

  // All three are spent, also the one that was answered a moment before the power went.
  for (const it of slips) {
    const answer = await later.request.post(`${house.url}/api/voting/begin`, { form: { code: it, back: '/en/vote' }, headers: { accept: 'application/json' } });
    expect(answer.status()).toBe(409);
  }
});

test('an answer that was lost on its way is asked for again and counts once', async ({ page }) => {
  await open(page);
  let lost = 0;
  await page.route('**/api/voting/deposit', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await vote(page, await slip(page));
  await expect(status(page)).toHaveText('No connection · Waiting to be sent: 1');
  expect(lost).toBeGreaterThan(0);
  await page.unroute('**/api/voting/deposit');
  await expect(page.getByText('Your ballot has been received.')).toBeVisible({ timeout: 10_000 });
  await expect(status(page)).toHaveText('');
});

test('a receipt that is not signed by the election keeps the ballot for an officer', async ({ page }) => {
  await open(page);
  await page.route('**/api/voting/deposit', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), signature: '00'.repeat(64) } });
  });
  await vote(page, await slip(page));
  await expect(status(page)).toHaveText('Not accepted, for staff to look at: 1');
  expect(await journal(page)).toHaveLength(1);
  await page.unroute('**/api/voting/deposit');
  await open(page);
  await expect(status(page), 'tried again when the kiosk is opened again').toHaveText('');
});

test('two windows of one machine neither number nor send twice', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await line.cut();
  await choose(page, await slip(page));
  await choose(other, await slip(other));
  await Promise.all([press(page, 'Cast my ballot'), press(other, 'Cast my ballot')]);
  await expect(status(page)).toHaveText('No connection · Waiting to be sent: 2', { timeout: 10_000 });
  const kept = await journal(page);
  expect(new Set(kept.map((it) => it.seq)).size).toBe(2);
  const all = [sent(page), sent(other)];
  await line.mend();
  await expect(status(page)).toHaveText('', { timeout: 15_000 });
  await expect(status(other)).toHaveText('', { timeout: 15_000 });
  expect(all.flat().map((it) => it.seq).sort()).toEqual(kept.map((it) => it.seq));
});
