// J4: a slip, a ballot on one's own phone, the receipt; the slip a second time; the power cut, the close and the balance of the day.
// The same with script off and on. The kiosk itself has its own file.
import { test, expect, enter, expectAccessible, setClock, unfold, signIn } from '../fixtures/accolade';
import { takeSlip } from '../fixtures/kiosk';

test.use({ preset: 'a', own: 'voting', expected: [/status of (409|410|422|429)/] });

const stop = 'EX-BPP2-4';

test('a visitor votes on a phone, in three languages, and gets a receipt that shows no choice', async ({ page, house }) => {
  await page.setViewportSize({ width: 375, height: 720 });
  const slip = await takeSlip(page, house.url);
  await page.goto('/en');
  await page.getByRole('link', { name: 'Vote now' }).or(page.locator('.vote__today a').first()).first().click();
  await expectAccessible(page);
  await page.locator('input[name=code]').fill(slip.toLowerCase());
  await page.locator('.vote__code button').click();
  await expect(page).toHaveURL(/\/en\/vote\/1$/);
  expect(page.url()).not.toContain(slip);
  await expectAccessible(page);
  const cards = page.locator('.choice');
  await expect(cards).toHaveCount(24);
  const order = await page.locator('.choice input').evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
  await cards.nth(3).click();
  await page.locator('.vote__next button[data-kind=main]').click();
  await expect(page).toHaveURL(/\/vote\/2$/);
  // Another language and large type keep what was chosen, and the order.
  await page.goto('/tc/vote/1');
  expect(await page.locator('.choice input').evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value))).toEqual(order);
  await expect(page.locator('.choice input').nth(3)).toBeChecked();
  await page.locator('.vote__bar button').first().click();
  await expect(page.locator('.vote')).toHaveAttribute('data-size', 'large');
  await expect(page.locator('.choice input').nth(3)).toBeChecked();
  await expectAccessible(page);
  await page.goto('/sc/vote/2');
  await page.locator('button[name=skip]').click();
  await expect(page).toHaveURL(/\/sc\/vote\/3$/);
  await page.goto('/en/vote/review');
  await expectAccessible(page);
  await page.locator('form[action="/api/voting/send"] button').click();
  await expect(page).toHaveURL(/\/vote\/receipt$/);
  await expect(page.locator('.vote__number')).toHaveText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  const chosen = order[3];
  expect(await page.content()).not.toContain(chosen);
  await expectAccessible(page);
  // The back button, and the ballot again: the same receipt.
  const receipt = await page.locator('.vote__number').textContent();
  await page.goto('/en/vote/1');
  await expect(page.locator('.vote__number')).toHaveText(receipt!);
});

test('a slip that was used, mistyped or empty says so beside its field and keeps what was typed', async ({ page, house }) => {
  const slip = await takeSlip(page, house.url);
  const begin = async (code: string) => {
    await page.goto('/en/vote');
    await page.locator('input[name=code]').fill(code);
    await page.locator('.vote__code button').click();
  };
  await begin(slip);
  await page.locator('.choice').first().click();
  await page.locator('.vote__next button[data-kind=main]').click();
  await page.locator('button[name=skip]').click();
  await page.locator('form[action="/api/voting/send"] button').click();
  await expect(page).toHaveURL(/receipt/);
  await page.context().clearCookies();
  await begin(slip);
  await expect(page.locator('.field__error')).toContainText(/already been used/);
  await expect(page.locator('input[name=code]')).toHaveValue(slip);
  const wrong = slip.slice(0, 3) + (slip[3] === '7' ? '8' : '7') + slip.slice(4);
  await begin(wrong);
  await expect(page.locator('.field__error')).toBeVisible();
  await expectAccessible(page);
});

test('a blank ballot is not cast', async ({ page, house }) => {
  await page.goto('/en/vote');
  await page.locator('input[name=code]').fill(await takeSlip(page, house.url));
  await page.locator('.vote__code button').click();
  await page.locator('button[name=skip]').click();
  await page.locator('button[name=skip]').click();
  await page.locator('form[action="/api/voting/send"] button').click();
  await expect(page.locator('#errors')).toBeVisible();
  await expect(page).not.toHaveURL(/receipt/);
});

test('nobody reads standings while the poll is open, and the record grows for everybody', async ({ page }) => {
  await page.goto('/en/voting/BPP2');
  await expectAccessible(page);
  await expect(page.locator('main')).toContainText(/Tuen Mun/);
  const file = await page.request.get('/en/voting/BPP2/record');
  expect(file.status()).toBe(200);
  const text = await file.text();
  expect(text).not.toContain('"ballots"');
  expect(text).toContain('"leaves"');
  const feed = await (await page.request.get('/en/voting/BPP2/checkpoints')).json();
  expect(feed.checkpoints.length).toBeGreaterThan(3);
});

test('the officer on duty: slips, pause, power cut, close; a second officer agrees', async ({ page, visitor, house }) => {
  await signIn(page, 'exhibition');
  await page.goto('/en/desk');
  await page.locator('.task a').filter({ hasText: /Tuen Mun/ }).first().click();
  await expectAccessible(page);
  const print = await unfold(page, 'Print a batch');
  await print.locator('input[name=size]').fill('48');
  await print.locator('button').click();
  await expect(page.locator('[role=status]').first()).toBeVisible();
  const sheets = page.locator('a[href*="/slips/"]').last();
  const pdf = await page.request.get((await sheets.getAttribute('href'))!);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const pause = await unfold(page, 'Pause the poll');
  await pause.locator('input[name=reason]').fill('The power has failed.');
  await pause.locator('button').click();
  const guest = await visitor();
  await guest.goto('/en/vote');
  await guest.locator('input[name=code]').fill(await takeSlip(page, house.url));
  await guest.locator('.vote__code button').click();
  await expect(guest.locator('.field__error')).toContainText(/Tuen Mun/);
  await page.locator('form[action="/api/voting/resume"] button').click();

  // Two officers read the paper of the power cut, each on their own.
  const enterPaper = async (who: typeof page, ballots: string) => {
    await who.goto(`/en/exhibitions/${stop}/paper`);
    await who.locator('input[name="form[ballots]"]').fill(ballots);
    await who.locator('input[name="form[spoilt]"]').fill('1');
    await who.locator('input[name="form[votes][BPP2-DES][BPP2-E03]"]').fill('3');
    await who.locator('form[action="/api/voting/paper"] button').click();
  };
  await enterPaper(page, '2');
  await expect(page.locator('#errors'), 'more votes than ballots').toBeVisible();
  await expect(page.locator('input[name="form[votes][BPP2-DES][BPP2-E03]"]')).toHaveValue('3');
  await enterPaper(page, '3');
  await expect(page).toHaveURL(/today/);
  const second = await visitor('exhibition2');
  await enterPaper(second, '3');
  await expect(second).toHaveURL(/paper-agreed/);

  await setClock(page, '2001-09-14T20:06');
  await enter(page, 'exhibition');
  await page.goto(`/en/exhibitions/${stop}/today?day=2001-09-14`);
  const used = Number(await page.locator('.tiles div', { hasText: 'Slips voted with' }).locator('dd').textContent());
  const close = await unfold(page, 'Close the day');
  const handed = close.locator('input[name^=handed]');
  // All that were used were handed out, and eight more: three on paper, one spoilt, four not used.
  const least = await close.locator('.field__hint').evaluateAll((all) => all.map((it) => Number(/\d+/.exec(it.textContent ?? '')?.[0] ?? 0)));
  for (let n = 0; n < (await handed.count()); n += 1) await handed.nth(n).fill(String(least[n] + (n === 0 ? 8 : 0)));
  await close.locator('input[name=unused]').fill('4');
  await close.locator('button').click();
  await expect(page).toHaveURL(/poll-closed/);
  expect(used).toBeGreaterThan(20);
  await enter(second, 'exhibition2');
  await second.goto(`/en/exhibitions/${stop}/today?day=2001-09-14`);
  await second.locator('form[action="/api/voting/reconcile"] button').click();
  await expect(second).toHaveURL(/reconciled/);
  await expectAccessible(second);
});
