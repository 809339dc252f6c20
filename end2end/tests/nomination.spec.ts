// J5: a nomination finds its way from a blank form to the shortlist.
import type { Page } from '@playwright/test';
import { test, expect, enter, expectAccessible, sending, setClock, unfold } from '../fixtures/accolade';

async function post(page: Page, act: string, form: Record<string, string>) {
  const answer = await page.request.post(`/api/awards/${act}`, { form, headers: { accept: 'application/json' } });
  expect(answer.status(), `${act}: ${await answer.text()}`).toBe(200);
}

test.describe.configure({ timeout: 120_000 });
test.use({ preset: 'd', own: 'nominations', expected: [/status of (409|422|404)/] });

test('it is written with a partner, endorsed, handed in, returned, handed in again and short-listed', async ({ page: librarian, visitor }) => {
  const [waterworks, head, secretary, chief] = [await visitor('coordinator'), await visitor('head'), await visitor('secretary'), await visitor('secretary2')];
  await enter(librarian, 'coordinator2');
  let code = '';

  await test.step('begin from the page of the rules', async () => {
    await librarian.goto('/en/awards/EEA2');
    await expect(librarian.getByText('Entries close Wed 31 Jul, 5 pm')).toBeVisible();
    await expectAccessible(librarian);
    await librarian.getByRole('button', { name: 'Begin an entry' }).click();
    await expect(librarian).toHaveURL(/\/entries\/EEA2-E17\/edit/);
    code = 'EEA2-E17';
    await librarian.getByLabel('Title in English').fill('Reading on the ward');
    await librarian.getByLabel('Title in Chinese').fill('病房閱讀');
    await librarian.getByLabel('Summary in English').fill('word '.repeat(171).trim());
    await librarian.getByLabel('Summary in Chinese').fill('義工把書本送到病房。');
    await librarian.getByLabel('Service Quality Award').check();
    await librarian.getByLabel('Partner 1').selectOption('WSD');
    await librarian.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(librarian, 'what was written is kept').toHaveURL(/done=saved/);
    await expect(librarian.locator('.notice').first()).toHaveText('Your changes have been saved.');
  });

  await test.step('all that is missing is said at once, and what was written is kept', async () => {
    const form = await unfold(librarian, 'Submit the entry');
    expect(await sending(librarian, 'awards/submit', () => form.getByRole('button', { name: 'Submit the entry' }).click())).toBe(422);
    for (const words of ['171 words, and the limit is 150', 'WSD has not agreed', 'The head of department has to endorse']) {
      await expect(librarian.locator('#errors')).toContainText(words);
    }
    await librarian.goto(`/en/entries/${code}/edit`);
    await librarian.getByLabel('Summary in English').fill('Volunteers bring books to patients who cannot leave their beds.');
    await librarian.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(librarian, 'what was written is kept').toHaveURL(/done=saved/);
  });

  await test.step('the partner agrees on its own desk, the head endorses on his', async () => {
    await waterworks.goto('/en/desk');
    await waterworks.getByRole('link', { name: 'Say whether your department takes part in an entry' }).click();
    await waterworks.getByRole('button', { name: 'We take part', exact: true }).click();
    await librarian.goto(`/en/entries/${code}`);
    await expect(librarian.getByText('Agreed Mon 15 Jul')).toBeVisible();
    let form = await unfold(librarian, 'Ask for the endorsement');
    await form.getByLabel('E-mail address').fill('officer@demo.example');
    expect(await sending(librarian, 'awards/ask-endorsement', () => form.getByRole('button', { name: 'Ask for the endorsement' }).click())).toBe(422);
    form = await unfold(librarian, 'Ask for the endorsement');
    await expect(form.getByLabel('E-mail address'), 'what was typed is kept').toHaveValue('officer@demo.example');
    await form.getByLabel('E-mail address').fill('head@demo.example');
    await form.getByRole('button', { name: 'Ask for the endorsement' }).click();
    await head.goto('/en/desk');
    await head.getByRole('link', { name: 'Endorse an entry of your department' }).first().click();
    if (!head.url().includes(code)) await head.goto(`/en/entries/${code}`);
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Endorse the entry' }).click();
    await expect(head.getByText('Endorsed by Deputy Director (Administration)')).toBeVisible();
  });

  await test.step('handed in, with number and time', async () => {
    await librarian.goto(`/en/entries/${code}`);
    const form = await unfold(librarian, 'Submit the entry');
    await form.getByRole('button', { name: 'Submit the entry' }).click();
    await expect(librarian.getByText(`${code}, received 15 July 2002 (Monday)`)).toBeVisible();
    await expectAccessible(librarian);
  });

  await test.step('a third entry is refused, and the two are named', async () => {
    const answer = await librarian.request.post('/api/awards/begin', { form: { scheme: 'EEA2' }, headers: { accept: 'application/json' } });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toMatch(/EEA2-E07.*EEA2-E17/);
  });

  await test.step('returned with a comment, changed, endorsed again, handed in again', async () => {
    await secretary.goto(`/en/entries/${code}`);
    await expectAccessible(secretary);
    const form = await unfold(secretary, 'Return for changes');
    await form.getByLabel('What has to be changed').fill('Evidence 2 cannot be read. Please replace it.');
    await form.getByRole('button', { name: 'Return for changes' }).click();
    await librarian.goto('/en/desk');
    await librarian.getByRole('link', { name: 'Change an entry that was returned' }).first().click();
    await librarian.goto(`/en/entries/${code}`);
    await expect(librarian.getByText('Evidence 2 cannot be read. Please replace it.')).toBeVisible();
    await librarian.goto(`/en/entries/${code}/edit`);
    const link = librarian.locator('form', { has: librarian.getByLabel('Address of a document') });
    await link.getByLabel('Address of a document').fill('https://www.demo.example/lcsd/ward.doc');
    await link.getByLabel('What it is, in English').fill('Report');
    await link.getByLabel('What it is, in Chinese').fill('報告');
    expect(await sending(librarian, 'awards/link', () => link.getByRole('button', { name: 'Add the link' }).click())).toBe(422);
    await link.getByLabel('Address of a document').fill('https://www.demo.example/lcsd/ward.pdf');
    await link.getByRole('button', { name: 'Add the link' }).click();
    await head.goto(`/en/entries/${code}`);
    await head.getByRole('button', { name: 'Endorse the entry' }).click();
    await librarian.goto(`/en/entries/${code}`);
    await (await unfold(librarian, 'Submit the entry')).getByRole('button', { name: 'Submit the entry' }).click();
    await expect(librarian.locator('.chip').first()).toHaveText('Submitted');
  });

  await test.step('two officers check it, and everything else that was handed in', async () => {
    await secretary.goto(`/en/entries/${code}`);
    for (const box of await secretary.locator('fieldset input[type=checkbox]').all()) await box.check();
    await secretary.getByLabel('How well does it meet the criteria?').fill('8.5');
    await secretary.getByRole('button', { name: 'Record my check' }).click();
    await expect(secretary.getByText('1 officer has still to check it.')).toBeVisible();
    await secretary.goto('/en/awards/EEA2/desk?state=submitted');
    const rows = await secretary.locator('tbody tr').all();
    const waiting: string[] = [];
    for (const row of rows) waiting.push((await row.getByRole('cell').nth(1).textContent())!.trim());
    const yes = Object.fromEntries(['may_enter', 'right_award', 'within_period', 'evidence_opens', 'no_personal_particulars'].map((it, i) => [`yes[${i}]`, it]));
    for (const it of waiting) {
      if (it !== code) await post(secretary, 'check', { code: it, mark: '6.5', ...yes });
      await post(chief, 'check', { code: it, mark: '7', ...yes });
    }
    await librarian.goto(`/en/entries/${code}`);
    await expect(librarian.locator('.chip').first()).toHaveText('Eligible');
  });

  await test.step('short-listed and sealed: its page shows only that', async () => {
    await setClock(secretary, '2002-08-05T10:00');
    await enter(secretary, 'secretary');
    await enter(librarian, 'coordinator2');
    await secretary.goto('/en/awards/EEA2/desk');
    await secretary.getByRole('button', { name: 'Make the shortlist' }).click();
    await expect(secretary.locator('.notice').first()).toContainText('The shortlist is made');
    await secretary.getByRole('button', { name: 'Seal the shortlist' }).click();
    await librarian.goto(`/en/entries/${code}`);
    await expect(librarian.locator('.chip').first()).toHaveText('On display');
    const stranger = await visitor();
    await stranger.goto(`/en/entries/${code}`);
    await expect(stranger.getByRole('heading', { name: 'Reading on the ward' })).toBeVisible();
    expect(await stranger.content(), 'evidence is for judges and officers').not.toContain('ward.pdf');
    expect((await stranger.goto('/en/entries/EEA2-E01'))!.status(), 'a draft is nobody else’s').toBe(404);
  });
});
