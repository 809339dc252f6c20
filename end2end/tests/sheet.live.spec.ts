// The judging sheet on a telephone with a bad line: what is scored is kept, comes back, and is sent when there is a line again.
import type { Page } from '@playwright/test';
import { test, expect, enter } from '../fixtures/accolade';

test.use({ preset: 'b', own: 'sheets', viewport: { width: 375, height: 720 }, expected: [/net::ERR_(FAILED|INTERNET_DISCONNECTED)|status of 409/] });
test.describe.configure({ timeout: 60_000 });

const card = (page: Page, award: string) => page.locator('section.card', { has: page.getByRole('heading', { name: award }) });

test('scores set in a tunnel outlive the page and arrive', async ({ page, context }) => {
  const path = '/en/judging/BPP2/BPP2-E20';
  await enter(page, 'judge1');
  await page.goto(path);
  await context.setOffline(true);
  const design = card(page, 'Best Design Grand Award');
  await design.getByLabel('Legibility').fill('7');
  await design.getByLabel('Legibility').press('ArrowUp');
  await expect(design.getByLabel('Legibility'), 'the keys go by half points').toHaveValue('7.5');
  await design.getByLabel('Comment').fill('Read between two stations.');
  await expect(design.locator('.kept__line')).toContainText('No connection', { timeout: 10_000 });
  await design.getByRole('button', { name: 'Save' }).click();
  await expect(page, 'the page stays, and so do the words').toHaveURL(new RegExp(path));
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(path);
  const back = card(again, 'Best Design Grand Award');
  await expect(back.getByLabel('Legibility')).toHaveValue('7.5');
  await expect(back.locator('.kept__line')).toContainText(/Saved at .* of 46 score sheets submitted/, { timeout: 10_000 });
  await again.reload();
  await expect(back.getByLabel('Comment')).toHaveValue('Read between two stations.');
});

test('a page left open on another device never overwrites newer scores of the same judge', async ({ page, visitor }) => {
  await enter(page, 'judge1');
  const other = await visitor('judge1');
  for (const it of [page, other]) await it.goto('/en/judging/BPP2/BPP2-E21');
  const score = (it: Page) => card(it, 'Best Content Grand Award').getByLabel('Relevance to customers');
  const line = (it: Page) => card(it, 'Best Content Grand Award').locator('.kept__line');
  await score(page).fill('8');
  await expect(line(page)).toContainText('Saved at', { timeout: 10_000 });
  await score(other).fill('5');
  await expect(line(other)).toContainText('Meanwhile this score was saved as 8', { timeout: 10_000 });
  await page.reload();
  await expect(score(page)).toHaveValue('8');
});
