// Writing with script: counters that count as the server does, words that are kept on a bad line and over a closed page, and two
// people at one entry.
import { test, expect, enter } from '../fixtures/accolade';

test.use({ preset: 'd', own: 'writing', expected: [/net::ERR_(FAILED|INTERNET_DISCONNECTED)|status of 409/] });
test.describe.configure({ timeout: 60_000 });

const edit = '/en/entries/EEA2-E07/edit';

test('the counter beside a field and the server count alike', async ({ page }) => {
  await enter(page, 'coordinator2');
  const english = ['A pledge, in two languages.', "step-by-step – with the caller's day", 'the 綠色 line', '', 'Opened 2 counters\nin 2001'];
  const chinese = ['新設 2001 年 ESD 服務', '用ESD辦理', '防水摺卡，一面是服務承諾。', '𨋢', ''];
  for (const [i, en] of english.entries()) {
    await page.goto(edit);
    await page.getByLabel('Summary in English').fill(en);
    await page.getByLabel('Summary in Chinese').fill(chinese[i]);
    const here = await page.locator('.field__count').allTextContents();
    await expect(page.locator('.kept__line')).toHaveAttribute('data-state', 'saved', { timeout: 10_000 });
    await page.goto(edit);
    // Before the script counts, the page shows the server's own.
    const there = await (await page.request.get(edit)).text();
    for (const words of here.slice(2)) expect(there).toContain(words);
  }
});

test('words typed on a lost line outlive the page and are sent when there is one again', async ({ page, context }) => {
  await enter(page, 'coordinator2');
  await page.goto(edit);
  await context.setOffline(true);
  await page.getByLabel('Summary in English').fill('Written in a tunnel.');
  await expect(page.locator('.kept__line')).toContainText('No connection', { timeout: 10_000 });
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(edit);
  await expect(again.getByLabel('Summary in English')).toHaveValue('Written in a tunnel.');
  await expect(again.locator('.kept__line')).toContainText('Saved at', { timeout: 10_000 });
  await again.goto('/en/entries/EEA2-E07');
  await expect(again.locator('article.panel')).toContainText('Written in a tunnel.');
});

test('two people write at once: each keeps their words, and in one field they are asked', async ({ page, visitor }) => {
  const other = await visitor('coordinator2');
  await enter(page, 'coordinator2');
  await page.goto(edit);
  await other.goto(edit);
  await page.getByLabel('Title in English').fill('Sharing the lanes');
  await expect(page.locator('.kept__line')).toContainText('Saved at', { timeout: 10_000 });
  await other.getByLabel('Title in Chinese').fill('共用水道');
  await expect(other.locator('.kept__line')).toContainText('Saved at', { timeout: 10_000 });
  await expect(other.getByLabel('Title in English'), 'the other’s words arrive').toHaveValue('Sharing the lanes');
  await page.getByLabel('Title in Chinese').fill('泳線共用');
  await expect(page.locator('.kept__line')).toHaveAttribute('data-state', 'refused', { timeout: 10_000 });
  await expect(page.locator('.kept__line')).toContainText('A colleague has changed this field too');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.locator('.theirs')).toHaveText('共用水道');
  await expect(page.getByLabel('Title in Chinese')).toHaveValue('泳線共用');
  await page.getByLabel('Title in Chinese').fill('共用泳線水道');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page).toHaveURL(/\/entries\/EEA2-E07\?done=saved/);
  await expect(page.locator('article.panel')).toContainText('共用泳線水道');
});
