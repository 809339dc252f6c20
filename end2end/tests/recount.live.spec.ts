// The recount in the browser, on the published record of the second election: what everybody can check, and what it says when
// something was changed. Nothing is sent anywhere.
import type { Page } from '@playwright/test';
import { test, expect, expectAccessible } from '../fixtures/accolade';

test.use({ preset: 'c' });

const verdict = (page: Page) => page.locator('.recount__verdict');
const record = async (page: Page) => (await page.request.get('/en/voting/BPP2/record')).text();

async function opened(page: Page, text: string) {
  await page.locator('.recount input[type=file]').setInputFiles({ name: 'record.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) });
  await expect(verdict(page)).toHaveAttribute('data-state', /./, { timeout: 30_000 });
}

test('a visitor recounts the election, leaves a stop out, and looks for a receipt', async ({ page }) => {
  await page.goto('/en/voting/BPP2');
  await page.getByRole('link', { name: /recount/i }).first().click();
  await page.getByRole('button', { name: 'Check and recount the record' }).click();
  await expect(verdict(page)).toContainText('The record is sound.', { timeout: 30_000 });
  await expect(verdict(page), 'the verdict is read out').toBeFocused();
  await expect(page.locator('.recount__table')).toHaveCount(2);
  await expectAccessible(page, { dark: true });

  // What is on the results page is what was counted here.
  const first = page.locator('.recount__table').first().locator('tbody tr').first();
  const before = Number((await first.locator('td').first().textContent())!.replace(/\D/g, ''));
  expect(before).toBeGreaterThan(100);
  const stop = page.locator('.recount__stop').first();
  await stop.locator('summary').click();
  await stop.getByRole('checkbox', { name: /^All of/ }).uncheck();
  await expect.poll(async () => Number((await first.locator('td').first().textContent())!.replace(/\D/g, ''))).toBeLessThan(before);
  await expect(first.locator('td').nth(2), 'the change is shown').toContainText('−');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to the published result' }).click();
  await expect.poll(async () => Number((await first.locator('td').first().textContent())!.replace(/\D/g, ''))).toBe(before);

  const sent: string[] = [];
  page.on('request', (it) => sent.push(it.url()));
  await page.getByLabel('Receipt', { exact: true }).fill('7QK4-MX2P-9RTB-00AZ');
  await page.getByRole('button', { name: 'Check the receipt' }).click();
  await expect(page.locator('.recount__answer')).toContainText('This receipt is not in this record.');
  await page.getByLabel('Receipt', { exact: true }).fill('7QK4');
  await page.getByRole('button', { name: 'Check the receipt' }).click();
  await expect(page.locator('.recount__answer')).toContainText('This is not a receipt.');
  expect(sent, 'a receipt stays on the machine').toEqual([]);
});

test('a ballot that was changed, and one that was dropped, are found with their place, in the reader’s language', async ({ page }) => {
  await page.goto('/tc/voting/BPP2/recount');
  const lines = (await record(page)).split('\n');
  const at = lines.findIndex((line) => line.includes('"ballots":[['));
  const batch = JSON.parse(lines[at]);
  const [one, other] = [...new Set<string>(batch.ballots.map((it: string[]) => it[0]).filter(Boolean))];
  const changed = structuredClone(batch);
  const victim = changed.ballots.find((it: string[]) => it[0] === one);
  victim[0] = other;
  victim[2] = Math.min(victim[2], 0);
  await opened(page, lines.with(at, JSON.stringify(changed)).join('\n'));
  await expect(verdict(page)).toContainText(/紀錄有誤，因此並未點票。發現的問題：第\d+行，第\d+批：/);
  await expectAccessible(page);
  await expect(page.locator('.recount__table'), 'nothing is counted').toHaveCount(0);

  const dropped = { ...batch, ballots: batch.ballots.slice(1) };
  await opened(page, lines.with(at, JSON.stringify(dropped)).join('\n'));
  await expect(verdict(page)).toContainText(/列明.+有\d+項，但實際有\d+項/);
});

test('a checkpoint that somebody kept shows whether the past was changed since', async ({ page }) => {
  const feed = await (await page.request.get('/en/voting/BPP2/checkpoints')).json();
  const kept: string = feed.checkpoints[1].note;
  await page.goto('/en/voting/BPP2/recount');
  const text = await record(page);
  await page.getByText('Compare with a checkpoint you have kept').click();
  await page.getByLabel(/^Paste the whole checkpoint/).fill(kept);
  await opened(page, text);
  await expect(verdict(page)).toContainText('The earlier checkpoint is in it, unchanged.');
  await page.getByLabel(/^Paste the whole checkpoint/).fill(kept.replace(/^day .*/m, 'day 2001-01-01'));
  await opened(page, text);
  await expect(verdict(page)).toContainText('the earlier checkpoint is not signed by the key of this record');

  // A record that ends before it: rolled back.
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.startsWith('{"checkpoint"'));
  await page.getByLabel(/^Paste the whole checkpoint/).fill(kept);
  await opened(page, lines.slice(0, end + 1).join('\n') + '\n');
  await expect(verdict(page)).toContainText('checkpoint 2 was published earlier, and this record stops before it');
});
