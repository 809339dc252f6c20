// Letters: everybody chooses how theirs come, reminders go out by rule, a letter says why it came and ends its sort, and officers see
// what each kind looks like.
import { expect, test, enter, expectAccessible, sending, setClock } from '../fixtures/accolade';

test.use({ preset: 'b', own: 'letters', expected: [/status of 4(04|22)/] });

test('an officer is reminded the day before, sees why, ends reminders and wants them again', async ({ page }) => {
  await setClock(page, '2001-10-16T09:05');
  await enter(page, 'admin');
  const reminder = page.getByRole('link', { name: /^17 October 2001.*2\.30 pm: / }).first();
  await expect(async () => {
    await page.goto('/en/outbox');
    await expect(reminder).toBeVisible({ timeout: 500 });
  }).toPass();
  await reminder.click();
  const letter = page.locator('article.card');
  await expect(letter).toContainText('You get this letter because you are named in a registration for a workshop.');
  const why = /\/en\/letters\/[0-9a-f]+/.exec((await letter.textContent())!)![0];
  // Whoever holds the letter needs no account.
  await page.context().clearCookies();
  await page.goto(why);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why you get this letter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send me none of this sort: Reminders' }).click();
  await expect(page.locator('main')).toContainText('Not at all');
  await page.getByRole('button', { name: 'Send them again' }).click();
  await expect(page.locator('main')).toContainText('At once');
  expect((await page.goto('/en/letters/0123456789abcdef0123456789abcdef'))!.status()).toBe(404);
});

test('a mail program ends reminders with one click, and nothing else', async ({ page, request }) => {
  await page.request.post('/api/people/forget-password', { form: { email: 'judge1@demo.example', back: '/en/password' } });
  await enter(page, 'admin');
  await page.goto('/en/outbox?state=queued');
  await page.getByRole('link', { name: 'Choose a new password' }).first().click();
  const token = /\/letters\/([0-9a-f]+)/.exec((await page.locator('article.card').textContent())!)![1];
  const stop = (it: string) => request.post(`/letters/${it}`, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect((await stop(token)).status(), 'a password is told of always').toBe(422);
  expect((await stop('0123456789abcdef0123456789abcdef')).status()).toBe(404);
});

test('how letters come is chosen by sort and kept', async ({ page }) => {
  await enter(page, 'coordinator');
  await page.goto('/en/account');
  await page.getByRole('link', { name: 'Letters to you' }).click();
  await page.getByLabel('Work that waits for you').selectOption({ label: 'As one letter a day, at 8.30 am' });
  await page.getByLabel('News').selectOption({ label: 'Not at all' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Work that waits for you')).toHaveValue('daily');
  await expect(page.getByLabel('News')).toHaveValue('never');
  await expect(page.getByLabel('Reminders')).toHaveValue('at-once');
  await expectAccessible(page);
});

test('an organiser sets a reminder, hears what is wrong beside its field, and tries a kind of letter on themselves', async ({ page }) => {
  await enter(page, 'organiser');
  await page.goto('/en/letters/reminders');
  await page.getByLabel('What happens').selectOption({ label: 'A workshop starts' });
  await page.getByLabel('Days before').fill('61');
  expect(await sending(page, 'letters/put-rule', () => page.getByRole('button', { name: 'Save' }).click())).toBe(422);
  await expect(page.locator('.field[data-state=error]')).toContainText('Give a number from 0 to 60.');
  await expect(page.getByLabel('Days before')).toHaveValue('61');
  await page.getByLabel('Days before').fill('5');
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.locator('tbody tr').filter({ hasText: '5 days before' });
  await expect(row).toContainText('Everybody with a place');
  await row.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await page.goto('/en/letters/kinds/moved');
  await expect(page.locator('article.card')).toHaveCount(3);
  await page.getByRole('button', { name: 'Send it to me' }).click();
  await enter(page, 'admin');
  await page.goto('/en/outbox');
  await expect(page.getByRole('link', { name: /^\[Test\] / })).toBeVisible();
});
