// I-70: every page is there in three languages, and the switch keeps the place and the question.
import { readFileSync } from 'node:fs';
import { test, expect, enter } from '../fixtures/accolade';
import { evening, findPlaces, forEachPlace } from '../fixtures/places';

test.use({ ...evening, actionTimeout: 10_000 });
test.describe.configure({ timeout: 300_000 });

const languages = [
  { at: 'en', lang: 'en-HK', link: 'ENG' },
  { at: 'tc', lang: 'zh-Hant-HK', link: '繁' },
  { at: 'sc', lang: 'zh-Hans', link: '简' },
];

// Characters that are never written in Simplified Chinese.
const traditional = /[們個這時來會學與為國請開關車門間問題實際報總結選擇說話語頁號條統計類應該點錄顯單據證認識務訊員場紀網額備構數經項請覽電郵職稱簡議講項辦織無領導評審標準]/g;

test('no page of the house is forgotten here', async ({ page }) => {
  const shell = readFileSync(new URL('../../app/src/shell.rs', import.meta.url), 'utf8');
  const known = [...shell.matchAll(/\("([^"]*)", (?:\w+, )?page!\(/g)].map((found) => found[1]);
  expect(known.length).toBeGreaterThan(30);
  const here = new Set((await findPlaces(page)).map((place) => place.name));
  // On this evening the Showcase is long over and nothing can be booked: programme.spec.ts looks at a booking, and at what a letter's
  // link opens for whoever follows.
  expect(known.filter((name) => !here.has(name))).toEqual(['/showcase/bookings/{token}', '/showcase/follow/{token}']);
});

test('the switch keeps path and query on every page', async ({ page }) => {
  const places = (await findPlaces(page)).filter((place) => !place.file && !place.bare && !place.leads);
  const wrong: string[] = [];
  await forEachPlace(page, places, async ({ path }) => {
    const asked = path + (path.includes('?') ? '&' : '?') + 'x=1%262&y=%E8%A1%9B';
    await page.goto(`/en${asked}`);
    for (const { at, lang, link } of [languages[1], languages[2], languages[0]]) {
      const [answer] = await Promise.all([
        page.waitForResponse((answer) => answer.request().isNavigationRequest()),
        page.waitForURL((url) => url.pathname.startsWith(`/${at}`)), // and until it is loaded: the answer comes before its document
        page.locator('.langs').getByText(link, { exact: true }).click(),
      ]);
      const got = new URL(page.url());
      const told = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        links: [...document.querySelectorAll('.langs a')].map((a) => [a.getAttribute('lang'), a.getAttribute('hreflang'), a.getAttribute('aria-current')]),
        alternates: [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((a) => [a.getAttribute('hreflang'), new URL((a as HTMLLinkElement).href).pathname + new URL((a as HTMLLinkElement).href).search]),
        headings: document.querySelectorAll('h1').length,
      }));
      const seen = JSON.stringify([answer.status(), got.pathname + got.search, told]);
      const wanted = JSON.stringify([200, `/${at}${asked}`, {
        lang,
        links: languages.map((it) => [it.lang, it.lang, it.at === at ? 'true' : null]),
        alternates: languages.map((it) => [it.lang, `/${it.at}${asked}`]),
        headings: 1,
      }]);
      if (seen !== wanted) wrong.push(`${at}${path}\n  was    ${seen}\n  wanted ${wanted}`);
    }
  });
  expect(wrong).toEqual([]);
});

test('no page shows the name of a message instead of its words', async ({ page }) => {
  const places = (await findPlaces(page)).filter((place) => !place.file);
  const names = ['house', 'people', 'workshops', 'organise', 'surveys', 'venues', 'letters']
    .flatMap((file) => [...readFileSync(new URL(`../../app/locales/en/${file}.ftl`, import.meta.url), 'utf8').matchAll(/^([a-z][\w-]*-[\w-]+) =/gm)])
    .map((found) => found[1]);
  expect(names.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  await forEachPlace(page, places, async ({ path }) => {
    for (const { at } of languages) {
      await page.goto(`/${at}${path}`);
      const words = new Set((await page.locator('body').innerText()).split(/[\s「」“”（）()，。、:：]+/));
      wrong.push(...names.filter((name) => words.has(name)).map((name) => `${at}${path}: ${name}`));
    }
  });
  expect(wrong).toEqual([]);
});

test('simplified pages hold no traditional characters', async ({ page }) => {
  const places = (await findPlaces(page)).filter((place) => !place.file);
  const wrong: string[] = [];
  await forEachPlace(page, places, async ({ path }) => {
    await page.goto(`/sc${path}`);
    // What is marked as another language is left out, and what people wrote themselves.
    const text = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      const parts = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent?.closest('[lang]')?.getAttribute('lang') === 'zh-Hans' && !parent.closest('script, style, .section:last-child dl.facts')) parts.push(walker.currentNode.textContent);
      }
      for (const it of document.querySelectorAll('[aria-label], [placeholder], [data-label]')) {
        if (it.closest('[lang]')?.getAttribute('lang') === 'zh-Hans') parts.push(it.getAttribute('aria-label') ?? '', it.getAttribute('data-label') ?? '');
      }
      return parts.join('\n');
    });
    expect(text, `${path} is in Chinese`).toMatch(/\p{Script=Han}{4}/u);
    const found = [...new Set(text.match(traditional) ?? [])];
    if (found.length) wrong.push(`${path}: ${found.join('')} in ${text.split('\n').filter((line) => line.match(traditional)).slice(0, 3).join(' | ').slice(0, 200)}`);
  });
  expect(wrong).toEqual([]);
});

test('files come in the language of their address', async ({ page }) => {
  const places = (await findPlaces(page)).filter((place) => place.file);
  const wrong: string[] = [];
  await forEachPlace(page, places, async ({ path, file }) => {
    for (const { at } of languages) {
      const answer = await page.request.get(`/${at}${path}`);
      if (answer.status() !== 200 || answer.headers()['content-type'] !== file) wrong.push(`${at}${path}: ${answer.status()} ${answer.headers()['content-type']}`);
    }
  });
  expect(wrong).toEqual([]);
  await enter(page, 'fehd-coordinator');
  const heads = await Promise.all(languages.map(async ({ at }) => (await (await page.request.get(`/${at}/department/list?as=csv`)).text()).split('\r\n')[0]));
  expect(heads[0]).toContain('Reference');
  expect(heads[1]).toContain('報名編號');
  expect(heads[2]).toContain('报名编号');
});

test.describe('a refused form', () => {
  test.use({ expected: [/status of 422/] });
test('a refused form comes back in its language, and its switch leads to its page', async ({ page }) => {
  await page.goto('/sc/password');
  await page.locator('main button').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('alert')).toContainText('请更正以下各项');
  await page.locator('.langs').getByText('繁', { exact: true }).click();
  await expect(page).toHaveURL(/\/tc\/password$/);
});
});
