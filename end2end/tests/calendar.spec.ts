// Calendars: whoever subscribes sees what is so, a private address can be taken back, and the page is a list where squares do not fit.
import { expect, test, enter, expectAccessible } from '../fixtures/accolade';

test.use({ preset: 'b', own: 'calendar' });

test('a private calendar is made, read by a program without signing in, replaced, and taken back', async ({ page, request }) => {
  await enter(page, 'coordinator');
  await page.goto('/en/calendar/subscribe');
  const mine = page.locator('.feeds > li').filter({ hasText: 'Workshops of my department' }).first();
  await mine.getByRole('button', { name: 'Make an address' }).click();
  await expect(mine).toContainText('This address is shown now and not again');
  const address = async () => new URL((await mine.locator('code').textContent())!);
  const first = await address();
  const read = async (url: URL) => request.get(url.pathname + url.search);
  const calendar = await read(first);
  expect(calendar.status()).toBe(200);
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
  await page.goto('/en/calendar/subscribe');
  await expect(mine).toContainText('last asked for');
  await expect(mine.locator('code')).toHaveCount(0);
  await mine.getByRole('button', { name: 'Make another address' }).click();
  const second = await address();
  expect((await read(first)).status()).toBe(404);
  expect((await read(second)).status()).toBe(200);
  await mine.getByRole('button', { name: 'Take it back' }).click();
  expect((await read(second)).status()).toBe(404);
});

test('the calendar is a list, a day, a week or a month, and goes on from each', async ({ page, scripted }) => {
  await page.goto('/tc/calendar?layout=month&on=2001-12-14');
  await expect(page.locator('.title__kicker')).toHaveText('二零零一年十二月');
  await expect(page.locator('td[data-day="2001-12-25"]')).toContainText('聖誕節');
  if (scripted) {
    await page.locator('td[data-day="2001-12-14"] a').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('td[data-day="2001-12-21"] a').first()).toBeFocused();
  }
  await page.getByRole('link', { name: '較後' }).click();
  await expect(page.locator('.title__kicker')).toHaveText('二零零二年一月');
  await page.goto('/en/calendar');
  await expect(page.locator('.calendar__day').first()).toBeVisible();
  await expectAccessible(page);
});
