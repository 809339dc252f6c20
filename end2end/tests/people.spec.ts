// Signing in and out: one click, passwords, links from letters, other devices, and posts that have ended.
import { test, expect, enter, expectAccessible, sending, signIn } from '../fixtures/accolade';

test.use({ preset: 'b', expected: [/status of (401|403|410|422)/] });

test('a persona of the demo signs in with one click', async ({ page }) => {
  await page.goto('/en/sign-in');
  const personas = page.locator('ul.personas button');
  await expect(personas).toHaveCount(21);
  await personas.filter({ hasText: 'LEE Wai-yee, Senior Librarian, LCSD' }).click();
  await expect(page, 'it opens in her language').toHaveURL(/\/tc\/desk$/);
  await expect(page.locator('h1')).toHaveText('李慧儀，你好');
  await page.getByRole('button', { name: '登出' }).click();
  await expect(page).toHaveURL(/\/tc$/);
  await expect(page.getByRole('link', { name: '登入', exact: true })).toBeVisible();
});

test('a page for people signed in is shown after signing in', async ({ page }) => {
  await page.goto('/en/registrations?from=letter');
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await page.locator('button.persona', { hasText: 'WONG Mei-ling' }).click();
  await expect(page).toHaveURL(/\/en\/registrations\?from=letter$/);
});

test('a wrong password is refused without telling which part was wrong', async ({ page }) => {
  const said: string[] = [];
  for (const email of ['fehd-coordinator@demo.example', 'nobody@demo.example']) {
    await page.goto('/en/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not my password');
    const status = await sending(page, 'people/sign-in', () => page.getByRole('button', { name: 'Sign in', exact: true }).click());
    expect(status).toBe(401);
    const alert = page.getByRole('alert');
    await expect(alert).toBeFocused();
    await expect(alert).toContainText('The e-mail address and the password do not match.');
    await expect(page.getByLabel('E-mail address')).toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true }), 'a password is never sent back').toHaveValue('');
    said.push((await alert.textContent())!);
  }
  expect(said[1]).toBe(said[0]);
  await expectAccessible(page);
  await page.goto('/en/desk');
  await expect(page, 'nobody is signed in').toHaveURL(/\/sign-in/);
});

test('whoever has forgotten the password chooses a new one by a letter, once', async ({ page, visitor }) => {
  const [admin, elsewhere] = [await visitor('admin'), await visitor('head')];
  await page.goto('/en/sign-in');
  await page.getByRole('link', { name: 'I have forgotten my password' }).click();
  await page.getByLabel('E-mail address').fill('head@demo.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.locator('.notice')).toContainText('If there is an account with this address');

  await admin.goto('/en/outbox');
  await admin.getByRole('row').filter({ hasText: 'head@demo.example' }).getByRole('link', { name: 'Choose a new password' }).click();
  const link = /https?:\/\/\S+\/password\/[0-9a-f]+/.exec((await admin.locator('article.card').textContent())!)![0];

  await page.goto(link);
  await page.getByLabel('New password').fill('too short');
  expect(await sending(page, 'people/choose-password', () => page.getByRole('button', { name: 'Choose my password' }).click())).toBe(422);
  await expect(page.getByRole('alert')).toContainText('Use at least 12 characters.');
  await expectAccessible(page);
  await page.getByLabel('New password').fill('a harbour in the morning');
  await page.getByRole('button', { name: 'Choose my password' }).click();
  await expect(page.locator('.notice')).toContainText('Your password has been set. You can now sign in with it.');

  await elsewhere.goto('/en/desk');
  await expect(elsewhere, 'whoever was signed in before is not any more').toHaveURL(/\/sign-in/);
  const again = await page.goto(link);
  expect(again?.status(), 'the link works once').toBe(410);
  await expect(page.locator('main')).toContainText('This link has been used or has lapsed.');

  const form = page.locator('form', { has: page.locator('input[name=password]') });
  await page.goto('/en/sign-in');
  await form.getByLabel('E-mail address').fill('head@demo.example');
  await form.getByLabel('Password').fill('accolade demo 2001');
  expect(await sending(page, 'people/sign-in', () => form.getByRole('button').click()), 'the old password is worthless').toBe(401);
  await form.getByLabel('Password').fill('a harbour in the morning');
  await form.getByRole('button').click();
  await expect(page).toHaveURL(/\/en\/desk$/);
  await expect(page.locator('h1')).toContainText('CHEUNG Kwok-leung');
});

test('an address nobody has gets the same answer, and no letter', async ({ page, visitor }) => {
  const admin = await visitor('admin');
  await page.goto('/en/password');
  await page.getByLabel('E-mail address').fill('stranger@demo.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.locator('.notice')).toContainText('If there is an account with this address');
  await admin.goto('/en/outbox');
  await expect(admin.getByRole('row').nth(1)).toBeVisible();
  await expect(admin.getByRole('row').filter({ hasText: 'stranger@demo.example' })).toHaveCount(0);
});

test('signing out everywhere else leaves this device signed in', async ({ page, visitor }) => {
  const [library, home] = [await visitor('editor'), await visitor('editor')];
  await enter(page, 'editor');
  await page.goto('/en/account');
  const devices = page.getByRole('table', { name: 'Devices on which you are signed in' });
  await expect(devices.locator('tbody tr')).toHaveCount(3);
  await expect(devices.getByText('This device, now')).toHaveCount(1);
  await page.getByRole('button', { name: 'Sign me out on all other devices' }).click();
  await expect(page.locator('.notice')).toContainText('You have been signed out on all other devices.');
  await expect(devices.locator('tbody tr')).toHaveCount(1);
  for (const other of [library, home]) {
    await other.goto('/en/desk');
    await expect(other).toHaveURL(/\/en\/sign-in\?next=/);
  }
  await page.goto('/en/desk');
  await expect(page).toHaveURL(/\/en\/desk$/);
});

test('whoever holds no post any more is told whom to ask', async ({ page }) => {
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill('former@demo.example');
  await page.getByLabel('Password', { exact: true }).fill('accolade demo 2001');
  const status = await sending(page, 'people/sign-in', () => page.getByRole('button', { name: 'Sign in', exact: true }).click());
  expect(status).toBe(403);
  await expect(page.getByRole('alert')).toContainText(
    /You hold no post at present.*write to Executive Officer \(Training\)1, .*Post.* \(\S+@hkp\.demo\.example\)/);
  await page.goto('/en/desk');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a password signs in as well as a click', async ({ page }) => {
  await signIn(page, 'fehd-coordinator');
  await page.goto('/en/department');
  await expect(page.locator('.title__kicker')).toHaveText('Food and Environmental Hygiene Department');
});

test('pages of other posts say why they are closed', async ({ page }) => {
  await enter(page, 'officer');
  for (const path of ['/organise', '/department', '/outbox', '/people']) {
    const answer = await page.goto(`/en${path}`);
    expect(answer?.status(), path).toBe(403);
    await expect(page.locator('h1')).toHaveText('This is not open to you');
  }
});

for (const [persona, department] of [['fehd-coordinator', 'FEHD'], ['coordinator', 'WSD']]) {
  test(`the co-ordinator of ${department} finds everybody of that department, and nobody else`, async ({ page }) => {
    await enter(page, persona);
    await page.goto('/en/people');
    await expect(page.getByRole('cell', { name: `@${department.toLowerCase()}.demo.example` })).not.toHaveCount(0);
    const departments = await page.locator('tbody tr td:nth-child(3)').allTextContents();
    expect(new Set(departments)).toEqual(new Set([department]));
  });
}
