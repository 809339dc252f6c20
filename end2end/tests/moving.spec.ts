// J8: the event is to go to other days; first it is asked what that would mean, then it is done with a reason that everybody reads.
import { test, expect, enter, expectAccessible, sending } from '../fixtures/accolade';

test.use({ preset: 'b', own: 'moving', expected: [/status of 422/] });

test('J8: what becomes of every session is told before the event is moved, and its former name leads on', async ({ page, visitor }) => {
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/event');
  await page.getByRole('link', { name: 'Move or rename the event' }).click();
  await page.getByLabel('First day').fill('2002-01-12');
  await page.getByLabel('Last day').fill('2002-01-20');
  await page.getByRole('button', { name: 'What would that mean?' }).click();
  const number = async (what: string) => Number(await page.locator('.tiles div', { hasText: what }).locator('dd').textContent());
  const [kept, decide, dropped] = [await number('keep their pattern'), await number('Need a decision'), await number('Have no day any more')];
  expect(kept + decide + dropped, 'nothing is lost').toBe(575);
  expect(dropped).toBeGreaterThan(0);
  await expectAccessible(page);

  await test.step('without a reason in both languages nothing is moved', async () => {
    await page.getByLabel('Reason, in English').fill('The opening day is needed for rehearsals');
    const send = page.getByRole('button', { name: 'Change the event' });
    expect(await sending(page, 'showcase/move', () => send.click())).toBe(422);
    await expect(page.getByLabel('Reason, in English')).toHaveValue('The opening day is needed for rehearsals');
    await page.getByLabel('Reason, in Chinese').fill('首日須用作綵排');
    await send.click();
    await expect(page).toHaveURL(/\/showcase\/board\?done=event-moved/);
  });

  await test.step('the plan has moved along, and everybody reads why', async () => {
    await expect(page.locator('.tiles div', { hasText: 'Placed, of' }).locator('dd')).toHaveText(String(kept + decide));
    await expect(page.locator('.tiles div', { hasText: 'Conflicts to decide' }).locator('dd')).toHaveText(String(decide));
    const anybody = await visitor();
    await anybody.goto('/tc/showcase/called/服務市民周');
    await expect(anybody).toHaveURL(/\/tc\/showcase$/);
    await expect(anybody.locator('main')).toContainText('前稱：服務市民周');
    await expect(anybody.locator('.notice').first()).toContainText('首日須用作綵排');
    await expectAccessible(anybody);
  });
});
