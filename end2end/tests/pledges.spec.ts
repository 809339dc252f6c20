// J3: every department with a published pledge goes on show, whether it says something or not.
import { test, expect, enter, expectAccessible, sending, setClock, unfold } from '../fixtures/accolade';
import { picture } from '../fixtures/places';

test.describe.configure({ timeout: 120_000 });
test.use({ preset: 'a', now: '2001-05-30T10:00:00+08:00', own: 'pledges', expected: [/status of 422/] });

test('every department with a pledge is entered, one confirms, the silent are shown with their pledge', async ({ page: secretary, visitor }) => {
  const librarian = await visitor('coordinator2');
  await enter(secretary, 'secretary');
  await setClock(secretary, '2001-06-04T09:00');
  await enter(secretary, 'secretary');
  await enter(librarian, 'coordinator2');

  await test.step('one press enters all 24, and once more enters nobody', async () => {
    await secretary.goto('/en/awards/BPP2/desk');
    await secretary.getByRole('button', { name: 'Enter 24 departments' }).click();
    await expect(secretary.locator('.notice').first()).toContainText('have been entered');
    await expect(secretary.getByText('Every department with a published pledge is entered.')).toBeVisible();
    await expect(secretary.locator('.count')).toHaveText('24 entries');
    await expectAccessible(secretary);
  });

  await test.step('the librarian finds it on her desk, and the text that is too long is told its number', async () => {
    await librarian.goto('/en/desk');
    await librarian.getByRole('link', { name: 'Confirm the material of your entry' }).click();
    await librarian.getByRole('link', { name: 'Write the entry' }).click();
    await librarian.getByLabel('Summary in English').fill('word '.repeat(171));
    await librarian.getByLabel('Title in English').fill('Library pledge bookmark');
    await librarian.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(librarian, 'what was written is kept').toHaveURL(/done=saved/);
    const form = await unfold(librarian, 'Confirm the material');
    const status = await sending(librarian, 'awards/confirm', () => form.getByRole('button', { name: 'Confirm the material' }).click());
    expect(status).toBe(422);
    await expect(librarian.locator('#errors')).toContainText('171 words, and the limit is 150');
  });

  await test.step('a picture needs words in both languages', async () => {
    await librarian.goto('/en/entries/BPP2-E19/edit');
    await librarian.getByLabel('Summary in English').fill('The pledge as a bookmark in three type sizes.');
    await librarian.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(librarian, 'what was written is kept').toHaveURL(/done=saved/);
    await librarian.goto('/en/entries/BPP2-E19/edit');
    const upload = librarian.locator('form[enctype]');
    await upload.getByLabel('What it is for').selectOption({ label: 'Image on the panel' });
    await upload.getByLabel('What it is, in English').fill('A bookmark beside a book');
    await upload.getByLabel('File', { exact: true }).setInputFiles({ name: 'bookmark.png', mimeType: 'image/png', buffer: picture });
    expect(await sending(librarian, 'awards/attach', () => upload.getByRole('button', { name: 'Add a file' }).click())).toBe(422);
    await expect(upload.getByLabel('What it is, in English')).toHaveValue('A bookmark beside a book');
    await upload.getByLabel('What it is, in Chinese').fill('書籤放在書旁');
    await upload.getByLabel('File', { exact: true }).setInputFiles({ name: 'bookmark.png', mimeType: 'image/png', buffer: picture });
    expect(await sending(librarian, 'awards/attach', () => upload.getByRole('button', { name: 'Add a file' }).click())).toBe(303);
    await expectAccessible(librarian);
    await librarian.goto('/en/entries/BPP2-E19');
    await expect(librarian.getByRole('img', { name: 'A bookmark beside a book' })).toBeVisible();
    const form = await unfold(librarian, 'Confirm the material');
    await form.getByRole('button', { name: 'Confirm the material' }).click();
    await expect(librarian.locator('.notice').first()).toHaveText('The material is confirmed. Thank you.');
    await expectAccessible(librarian);
  });

  await test.step('the silent are reminded in both languages, and at the deadline shown with their pledge', async () => {
    await setClock(secretary, '2001-07-26T11:00');
    await enter(secretary, 'secretary');
    await secretary.goto('/en/awards/BPP2/desk?state=enrolled');
    await expect(secretary.locator('.count')).toHaveText('23 entries');
    await expect(secretary.locator('p[lang="zh-Hant-HK"]', { hasText: '請於' })).toBeVisible();
    await secretary.getByRole('button', { name: 'Send the reminder' }).click();
    await expect(secretary.locator('.notice').first()).toHaveText('The reminders have been sent.');
    await setClock(secretary, '2001-07-31T17:31');
    await enter(secretary, 'secretary');
    await expect(async () => {
      await secretary.goto('/en/awards/BPP2/desk?state=eligible');
      await expect(secretary.locator('.count')).toHaveText('24 entries', { timeout: 500 });
    }).toPass({ timeout: 10_000 });
    await expect(secretary.getByText('Published pledge', { exact: true })).toHaveCount(23);
  });

  await test.step('short-listed and sealed, everybody sees the panels, and only then', async () => {
    const stranger = await visitor();
    await stranger.goto('/en/awards/BPP2/entries');
    await expect(stranger.getByRole('heading', { name: 'Nothing is on show yet' })).toBeVisible();
    await setClock(secretary, '2001-08-06T10:00');
    await enter(secretary, 'secretary');
    await secretary.goto('/en/awards/BPP2/desk');
    await secretary.getByRole('button', { name: 'Make the shortlist' }).click();
    await secretary.getByRole('button', { name: 'Seal the shortlist' }).click();
    await expect(secretary.getByText('The shortlist was sealed on')).toBeVisible();
    await stranger.goto('/tc/awards/BPP2/entries');
    await expect(stranger.getByRole('status')).toHaveText('共24項作品');
    await stranger.goto('/tc/entries/BPP2-E19');
    await expect(stranger.getByRole('img', { name: '書籤放在書旁' })).toBeVisible();
    await expectAccessible(stranger);
  });
});
