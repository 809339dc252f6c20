// The house itself: it answers in three languages, one can change between them, skip to the content, and get lost politely.
import { test, expect, expectAccessible } from '../fixtures/accolade';

const languages = [
  { at: 'en', lang: 'en-HK', link: 'ENG' },
  { at: 'tc', lang: 'zh-Hant-HK', link: '繁' },
  { at: 'sc', lang: 'zh-Hans', link: '简' },
];

for (const { at, lang } of languages) {
  test(`the front page answers in ${at}`, async ({ page }) => {
    const answer = await page.goto(`/${at}`);
    expect(answer?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('.masthead .brand')).toContainText('Accolade');
    await expectAccessible(page);
  });
}

test('the bare address goes to a language', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/(en|tc|sc)\/?$/);
});

test('a change of language keeps the place and the question', async ({ page }) => {
  await page.goto('/en/workshops?month=2002-03');
  for (const { at, lang, link } of [...languages.slice(1), languages[0]]) {
    await page.locator('.langs').getByText(link, { exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${at}/workshops\\?month=2002-03$`));
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  }
});

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto('/en');
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await expect(page.locator('#main')).toBeInViewport();
});

test('every page forbids foreign script', async ({ page }) => {
  const answer = await page.goto('/en');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy, 'a page without islands has no script at all').toContain("script-src 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
});

test.describe('an unknown address', () => {
  test.use({ expected: [/status of 404/] });
  for (const { at, lang } of languages) {
    test(`is a 404 page in ${at}`, async ({ page }) => {
      const answer = await page.goto(`/${at}/no/such/page`);
      expect(answer?.status()).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('h1')).toHaveCount(1);
      await expectAccessible(page);
    });
  }
});
