// J7, on the board: the plan of yesterday, three conflicts, moved by form, by hand and by key, placed anew, confirmed, published.
import type { Page } from '@playwright/test';
import { test, expect, enter, expectAccessible, sending } from '../fixtures/accolade';

test.use({ preset: 'b', own: 'board', expected: [/status of 4(09|22)/] });

const conflicts = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: /Conflicts to decide/ }) });
const placed = (page: Page) => page.locator('.tiles div', { hasText: 'Placed, of' }).locator('dd');

test('three conflicts are named with their cause and put right, what clashes is refused by its name', async ({ page }) => {
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/board');
  await expect(placed(page)).toHaveText(/^5\d\d$/);
  await expect(conflicts(page).getByRole('listitem')).toHaveCount(3);
  await expect(conflicts(page)).toContainText('The hall answered that it is let already');
  await expectAccessible(page);

  await test.step('the best free place is one button away', async () => {
    await conflicts(page).getByRole('link').first().click();
    await expect(page.locator('.notice[data-kind=error]')).toContainText('is not free from');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take it', exact: true }).first().click();
    await expect(page).toHaveURL(/\/showcase\/board\?day=.*done=session-placed/);
    await expect(conflicts(page).getByRole('listitem')).toHaveCount(2);
  });

  await test.step('one goes back on it and does it again', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(conflicts(page).getByRole('listitem')).toHaveCount(3);
    await page.getByRole('button', { name: 'Do it again' }).click();
    await expect(conflicts(page).getByRole('listitem')).toHaveCount(2);
  });

  await test.step('a place that cannot be is refused, and what was typed stays', async () => {
    await conflicts(page).getByRole('link').first().click();
    const form = page.locator('form.stack[action="/api/showcase/place"]');
    await form.getByLabel('Begins at').fill('03:00');
    const status = await sending(page, 'showcase/place', () => form.getByRole('button', { name: 'Move it' }).click());
    expect(status).toBe(409);
    await expect(page.locator('#errors')).toContainText('is closed then');
    await expect(form.getByLabel('Begins at')).toHaveValue('03:00');
  });
});

test('all is placed anew in the background, compared, and put on the board', async ({ page }) => {
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/board');
  await page.getByRole('button', { name: 'Lock this day' }).click();
  await expect(page.getByRole('button', { name: 'Unlock this day' })).toBeVisible();
  await page.getByRole('button', { name: 'Make another plan' }).click();
  await expect(async () => {
    await page.goto('/en/showcase/board/plans');
    await expect(page.getByRole('button', { name: 'Put it on the board' })).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'elsewhere' })).toHaveText(/\d+ sessions are elsewhere/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Put it on the board' }).click();
  await expect(page).toHaveURL(/done=plan-chosen/);
  await expect(conflicts(page)).toHaveCount(0);
  await expect(placed(page)).toHaveText(/^57\d$/);
});

test('departments confirm, and what they confirmed is published for everybody', async ({ page, visitor }) => {
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/publish');
  await page.getByRole('button', { name: /Ask departments to confirm \d+ activities/ }).click();
  const department = await visitor('coordinator');
  await department.goto('/en/desk');
  await department.getByRole('link', { name: /Confirm the places and times of \d activities/ }).click();
  await expectAccessible(department);
  await department.getByRole('button', { name: /We can keep all/ }).click();
  await expect(department.locator('.notice').first()).toContainText('Confirmed');
  await page.goto('/en/showcase/publish');
  await expect(page.locator('.notice[data-kind=warning]')).toContainText('have not confirmed');
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(page).toHaveURL(/done=programme-published/);
  const anybody = await visitor();
  await anybody.goto('/en/showcase/programme');
  await expect(anybody.locator('.count')).toHaveText(/^\d activities, \d+ sessions$/);
  await expect(anybody.locator('.programme__one').first()).toContainText('Water Supplies Department');
  await anybody.locator('.programme__one a').first().click();
  await expect(anybody.getByRole('heading', { name: 'When and where' })).toBeVisible();
  await expectAccessible(anybody);
});

test('a session is taken up and put down by key and by hand, and grey is where it cannot be', async ({ page, scripted }) => {
  test.skip(!scripted, 'without script a session is moved on its own page');
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/board?day=2002-01-16');
  const says = page.locator('[data-board-says]');
  const card = page.locator('.board [data-slot]').first();
  const slot = await card.getAttribute('data-slot');
  const same = () => page.locator(`.board [data-slot="${slot}"]`);
  const before = await card.locator('span').textContent();
  await card.focus();
  await page.keyboard.press('Space');
  await expect(says).toContainText('Taken up');
  await expect(page.locator('.board__shade').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(says).toContainText('Put back');
  await expect(page.locator('.board__ghost')).toHaveCount(0);

  await test.step('down by quarters until it fits elsewhere, then put down', async () => {
    await same().focus();
    await page.keyboard.press('Space');
    await expect(page.locator('.board__shade').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    for (let n = 0; n < 40; n += 1) {
      if (await page.locator('.board__ghost').getAttribute('data-state') === 'yes') break;
      await page.keyboard.press(n % 20 === 19 ? 'ArrowRight' : 'ArrowDown');
    }
    await expect(page.locator('.board__ghost')).toHaveAttribute('data-state', 'yes');
    await page.keyboard.press('Enter');
    await expect(says).toContainText('Placed:');
    await expect(same().locator('span')).not.toHaveText(before!);
    await page.keyboard.press('Control+z');
    await expect(same().locator('span')).toHaveText(before!);
  });

  await test.step('dragged to where it cannot be, the reason is said and nothing changes', async () => {
    const box = (await same().boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y + 60, { steps: 5 });
    await expect(page.locator('.board__shade').first()).toBeVisible();
    await page.mouse.move(box.x - 2000, box.y + 60, { steps: 3 });
    await page.mouse.up();
    await expect(says).toContainText('Put back');
    await expect(same().locator('span')).toHaveText(before!);
  });
});

test('two schedulers see each other, and neither overwrites the other', async ({ page, visitor, scripted }) => {
  test.skip(!scripted, 'without script one looks again');
  await enter(page, 'scheduler');
  await page.goto('/en/showcase/board?day=2002-01-17');
  const card = page.locator('.board [data-slot]').first();
  const slot = (await card.getAttribute('data-slot'))!;
  const other = await visitor('scheduler');
  await other.goto(`/en/showcase/board/${slot}`);
  await other.getByRole('button', { name: 'Take it off the board' }).click();
  await expect(page.locator(`.board [data-slot="${slot}"]`)).toHaveCount(0, { timeout: 10_000 });
  await expect(page.locator('[data-board-says]')).toContainText('The board has changed');
});
