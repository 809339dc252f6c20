// The venues of the event: how far the organiser has come with each, and what losing one would mean; and how strict the board is.
import { expect, test, enter, expectAccessible, sending } from '../fixtures/accolade';

test.use({ preset: 'b', own: 'holds', expected: [/status of 422/] });

test('a hall is confirmed, held until a day, and what losing it would mean is told session by session', async ({ page }) => {
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/venues');
  const notice = page.locator('.notice').first();
  const open = async () => Number((await notice.textContent())!.match(/\d+/)![0]);
  const before = await open();
  await page.getByRole('link', { name: 'Sha Tin Town Hall - Cultural Activities Hall' }).click();
  await expect(page.getByText(/could be elsewhere at the same time/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Status').selectOption('held');
  await page.getByLabel('Held until').fill('');
  const save = page.getByRole('button', { name: 'Save' });
  expect(await sending(page, 'showcase/hold', () => save.click())).toBe(422);
  await expect(page.locator('#errors')).toContainText('last day');
  await page.getByLabel('Status').selectOption('confirmed');
  await page.getByLabel('Note for colleagues').fill('Mr Lee, 2694 2511');
  await save.click();
  await page.goto('/en/showcase/venues');
  expect(await open()).toBe(before - 1);
});

test('what the event is lenient with is shown and not refused', async ({ page }) => {
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/board/rules');
  await page.getByLabel('Districts that were wished').selectOption('warn');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.goto('/en/showcase/board?day=2002-01-12');
  await expect(page.getByText(/Only to be seen: \d+/)).toBeVisible();
});
