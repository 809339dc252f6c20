// The public programme on the second day of the Showcase: found, read, changed, printed, and J9: a teacher plans a day.
import { test, expect, expectAccessible, sending } from '../fixtures/accolade';

test.use({ preset: 'c', own: 'programme', expected: [/status of 4(04|22)/] });

test('a citizen finds what is on near them, in either language, by address', async ({ page }) => {
  await page.goto('/en');
  await expect(page.getByText(/^2\d\d activities of \d\d departments in \d+ districts\. \d+ sessions are today\.$/)).toBeVisible();
  await page.getByRole('link', { name: 'See what is on' }).click();
  await expect(page.locator('.count')).toHaveText(/^2\d\d activities, 5\d\d sessions$/);
  await expectAccessible(page);
  await page.getByLabel('District').selectOption('ST');
  await page.getByLabel('Date').selectOption('2002-01-19');
  await page.getByLabel('Step-free').check();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/district=ST&day=2002-01-19/);
  await expect(page.locator('.count')).toHaveText(/^\d+ activit(y|ies), \d+ sessions?$/);
  for (const line of await page.locator('.programme__one li:not(.quiet)').allTextContents()) expect(line).toContain('Sat');

  await test.step('the other language keeps what was asked', async () => {
    const found = (await page.locator('.count').textContent())!.match(/\d+/)![0];
    await page.locator('a[hreflang^="zh-Hant"]').first().click();
    await expect(page.locator('.count')).toContainText(found);
  });

  await test.step('words are found in every way of writing', async () => {
    await page.goto('/tc/showcase/programme?q=水務');
    const found = await page.locator('.count').textContent();
    expect(found).not.toMatch(/^0/);
    await page.goto('/sc/showcase/programme?q=水务');
    expect((await page.locator('.count').textContent())!.match(/\d+/)![0]).toBe(found!.match(/\d+/)![0]);
    await page.goto('/en/showcase/programme?q=nothing+of+the+kind');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  });
});

test('an activity says when, where, in which language, and what happens when it rains', async ({ page }) => {
  await page.goto('/en/showcase/programme/SC-WSD-01');
  await expect(page.getByRole('table', { name: 'When and where' })).toBeVisible();
  await expect(page.locator('.facts')).toContainText('When it rains');
  await expect(page.locator('.facts')).toContainText('Enquiries');
  const linked = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(linked[0]['@type']).toBe('Event');
  expect(linked[0].startDate).toMatch(/^2002-01-\d\dT.*\+08:00$/);
  await expectAccessible(page);
  expect((await page.goto('/en/showcase/programme/SC-NOBODY-01'))!.status()).toBe(404);
});

test('what has changed is told with its reason, and the version before can still be read', async ({ page }) => {
  await page.goto('/en/showcase/programme/changes');
  await expect(page.getByRole('heading', { name: /^Version 2/ })).toBeVisible();
  await expect(page.locator('main')).toContainText('closed for urgent repairs on 12 and 13 January');
  await expect(page.getByText('Moved', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Read this version' }).last().click();
  await expect(page.locator('.notice')).toContainText('This is version 1');
  await page.getByRole('link', { name: 'Read the present version' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('on paper it stands by district and day', async ({ page }) => {
  await page.goto('/tc/showcase/programme/print?district=ST');
  await expect(page.locator('.folio h2')).toHaveText('沙田');
  expect(await page.locator('.folio li').count()).toBeGreaterThan(10);
  await expectAccessible(page);
});

test('J9: a teacher finds an activity, books for a class, and gives the places back', async ({ page, visitor, scripted }) => {
  await page.goto('/en/showcase/programme?district=ST&booking=1&language=yue');
  await page.locator('.programme__one a').first().click();
  const form = page.locator('form[action="/api/showcase/book"]');
  await expectAccessible(page);
  await form.getByRole('radio').last().check();
  await form.getByLabel('Name to call').fill('Ms Lee');
  await form.getByLabel('E-mail address or telephone number').fill('lee@school.example');
  await form.getByLabel('How many people').fill('499');
  expect(await sending(page, 'showcase/book', () => form.getByRole('button', { name: 'Book' }).click())).toBe(422);
  await expect(page.locator('#errors')).toContainText(/Each session has \d+ places?\. Book for fewer people/);
  await expect(form.getByLabel('Name to call')).toHaveValue('Ms Lee');
  await expect(form.getByRole('radio').last()).toBeChecked();
  const places = Number((await form.locator('label.choice').last().textContent())!.match(/of (\d+)/)![1]);

  await test.step('the whole class has its places, and the page of the booking says so in every language', async () => {
    await form.getByLabel('How many people').fill(String(places));
    await form.getByRole('button', { name: 'Book' }).click();
    await expect(page).toHaveURL(/\/showcase\/bookings\/[0-9a-f]{32}$/);
    await expect(page.locator('.notice').first()).toContainText(/place(s are| is) booked/);
    await expectAccessible(page);
    await page.locator('.langs').getByText('繁', { exact: true }).click();
    await expect(page.locator('.notice').first()).toContainText('已預約');
    await page.locator('.langs').getByText('ENG', { exact: true }).click();
  });
  const mine = page.url();

  await test.step('whoever comes later waits, and moves up when the class cannot come', async () => {
    const other = await visitor();
    await page.getByRole('link', { name: 'About the activity' }).click();
    await other.goto(page.url());
    const theirs = other.locator('form[action="/api/showcase/book"]');
    await theirs.getByRole('radio').last().check();
    await theirs.getByLabel('Name to call').fill('Mr Wong');
    await theirs.getByLabel('E-mail address or telephone number').fill('2810 1234');
    expect(await sending(other, 'showcase/book', () => theirs.getByRole('button', { name: 'Book' }).click())).toBe(422);
    await expect(other.locator('#errors')).toContainText('There are no places left in this session');
    await theirs.getByLabel('If there is no room, put us on the waiting list').check();
    await theirs.getByRole('button', { name: 'Book' }).click();
    await expect(other.locator('.notice').first()).toContainText('waiting list');
    await page.goto(mine);
    await page.locator('summary', { hasText: 'Cancel this booking' }).click();
    await page.locator('.confirm__box').getByRole('button').click();
    await expect(page.locator('.notice').first()).toContainText('has been cancelled');
    await other.reload();
    await expect(other.locator('.notice').first()).toContainText('is booked');
  });

  await test.step('the sessions of a day stand in a plan that the browser remembers and a calendar takes', async () => {
    await page.goto('/en/showcase/programme/SC-WSD-01');
    const pick = page.locator('[data-pick]').first();
    const code = await pick.getAttribute('data-pick');
    if (scripted) {
      await pick.click();
      await expect(pick).toHaveText('Take it off my plan');
      await page.goto('/en/showcase/my-plan');
    } else {
      await pick.click();
    }
    await expect(page).toHaveURL(new RegExp(`sessions=${code!.replace('.', '\\.')}`));
    await expect(page.locator('main li', { hasText: 'When it rains' })).toHaveCount(1);
    await expectAccessible(page);
    const file = await page.request.get(page.url().replace('/my-plan?', '/my-plan/calendar?'));
    expect(file.headers()['content-type']).toContain('text/calendar');
    expect(await file.text()).toContain(`UID:showcase-${code!.toLowerCase()}@accolade`);
    await page.getByRole('link', { name: 'Take it off' }).click();
    await expect(page.getByRole('heading', { name: 'Your plan is empty' })).toBeVisible();
  });
});

test('whoever wants to hear of changes opens a link first, and has enough whenever they like', async ({ page, visitor }) => {
  await page.goto('/en/showcase/programme/SC-WSD-01');
  await page.getByRole('link', { name: 'Tell me when it changes' }).click();
  await expectAccessible(page);
  const send = () => page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByLabel('Your e-mail address').fill('reader@home');
  expect(await sending(page, 'showcase/follow', send)).toBe(422);
  await expect(page.locator('#errors')).toContainText('Give an e-mail address');
  await expect(page.getByLabel('Your e-mail address')).toHaveValue('reader@home');
  await page.getByLabel('Your e-mail address').fill('reader@home.example');
  await send();
  await expect(page.locator('main')).toContainText('a link has been sent to your address');

  const admin = await visitor('admin');
  await admin.goto('/en/outbox');
  await admin.getByRole('link', { name: /^Do you want letters about/ }).first().click();
  const link = (await admin.locator('article.card').textContent())!.match(/\/en\/showcase\/follow\/[0-9a-f]{32}/)![0];
  await page.goto(link);
  await expect(page.getByText('reader@home.example')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Yes, write to me' }).click();
  await expect(page.locator('.notice')).toContainText('You follow this');
  await page.getByRole('button', { name: 'I have had enough' }).click();
  await expect(page.locator('main')).toContainText('Your address has been forgotten');
  expect((await page.goto(link))!.status()).toBe(404);
});
