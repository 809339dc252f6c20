// Every page is for everybody: no axe violation, by keyboard alone, on a narrow screen, at twice the size, in light and dark.
import type { Locator, Page } from '@playwright/test';
import { test, expect, colleagues, enter, expectAccessible } from '../fixtures/accolade';
import { evening, findPlaces, forEachPlace } from '../fixtures/places';

test.use({ ...evening, actionTimeout: 10_000 });
// The longest file of all: its tests are shared out among the workers.
test.describe.configure({ mode: 'parallel', timeout: 720_000 });

/** Presses Tab until it is there; what has the focus on the way can be seen. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toHaveCount(1);
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((it) => it === document.activeElement)) {
      const { style, width } = await target.evaluate((it) => {
        const look = getComputedStyle(it);
        return { style: look.outlineStyle, width: parseFloat(look.outlineWidth) };
      });
      expect(style, 'the focus can be seen').not.toBe('none');
      expect(width, 'the focus can be seen').toBeGreaterThanOrEqual(2);
      return;
    }
  }
  throw new Error(`eighty tabs do not lead to ${target}`);
}

/** Unfolds what is folded away, and leaves out most of the rows that are all alike. */
async function spread(page: Page) {
  await page.evaluate(() => {
    document.querySelectorAll('details').forEach((it) => it.setAttribute('open', ''));
    document.querySelectorAll('tbody tr:nth-child(n + 16), .feeds > li:nth-child(n + 6), .calendar__day li:nth-child(n + 16)').forEach((it) => it.remove());
  });
}

for (const at of ['en', 'tc']) {
  test(`axe finds nothing on any page in ${at}, by day or by night`, async ({ page, scripted }) => {
    const places = (await findPlaces(page)).filter((place) => !place.file);
    const wrong: string[] = [];
    let seen = 0;
    await forEachPlace(page, places, async ({ path }) => {
      await page.goto(`/${at}${path}`);
      // Without script all pages are the same but those that say something else then.
      if (!scripted && !(await page.locator('noscript').count())) return;
      seen += 1;
      await spread(page);
      await expectAccessible(page, { dark: true }).catch((problem: Error) => wrong.push(problem.message));
    });
    expect(wrong).toEqual([]);
    // The door list, the kiosk, the recount.
    expect(seen).toBe(scripted ? places.length : 3);
  });
}

for (const [what, width, height] of [
  ['320 pixels wide', 320, 640], ['at twice the size', 640, 400], ['on a tablet', 768, 1024], ['on a tablet laid down', 1024, 768],
] as const) {
  test(`no page has to be scrolled sideways ${what}`, async ({ page }) => {
    const places = (await findPlaces(page)).filter((place) => !place.file);
    await page.setViewportSize({ width, height });
    const wrong: string[] = [];
    await forEachPlace(page, places, async ({ path }) => {
      for (const at of ['en', 'tc']) {
        await page.goto(`/${at}${path}`);
        await spread(page);
        const [is, may, widest] = await page.evaluate(() => {
          const root = document.scrollingElement!;
          const out = [...document.querySelectorAll('main *, header *, footer *')]
            .filter((it) => it.getBoundingClientRect().right > root.clientWidth + 0.5)
            .map((it) => `${it.tagName.toLowerCase()}.${it.className}`);
          return [root.scrollWidth, root.clientWidth, [...new Set(out)].slice(0, 3).join(', ')] as const;
        });
        expect(may).toBe(width);
        if (is > may) wrong.push(`/${at}${path}: ${is} (${widest})`);
      }
    });
    expect(wrong).toEqual([]);
  });
}

test('the main menu fits on a desk for everybody', async ({ page }) => {
  for (const width of [1100, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const persona of ['', 'coordinator', 'organiser', 'secretary', 'chair', 'scheduler', 'auditor', 'admin']) {
      await page.context().clearCookies();
      if (persona) await enter(page, persona);
      for (const at of ['en', 'tc']) {
        await page.goto(`/${at}/showcase`);
        expect(await page.evaluate(() => document.scrollingElement!.scrollWidth), `${persona} in ${at}`).toBe(width);
      }
    }
  }
});

test('a team registers by keyboard alone', async ({ page }) => {
  await enter(page, 'fehd-coordinator');
  const crew = await colleagues(page, 'FEHD');
  await enter(page, 'officer');
  await page.goto('/en/workshops/PM-2002-4');
  await tabTo(page, page.getByRole('link', { name: 'Register my team' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/register$/);
  for (const i of [1, 2]) {
    await tabTo(page, page.locator(`[name="members[${i}][email]"]`));
    await page.keyboard.type(crew[i].email);
  }
  await tabTo(page, page.locator('summary', { hasText: 'Personal Information Collection Statement' }));
  await page.keyboard.press('Space');
  await expect(page.getByText(/use what you give here to handle the registration/)).toBeVisible();
  await tabTo(page, page.getByLabel(/I have read the collection statement/));
  await page.keyboard.press('Space');
  await expect(page.getByLabel(/I have read the collection statement/)).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Register my team' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/registrations\/PM-2002-4-\d{4}\?done=registered$/);

  await tabTo(page, page.locator('summary', { hasText: 'Give up this registration' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Reason (if you wish to give one)'));
  await page.keyboard.type('It was a try.');
  await tabTo(page, page.getByRole('button', { name: 'Give it up' }));
  await page.keyboard.press('Space');
  await expect(page.locator('.receipt .chip')).toHaveText('Withdrawn');
});

test('each page has one heading of the first order, landmarks, a title, and each id once', async ({ page }) => {
  const places = (await findPlaces(page)).filter((place) => !place.file);
  const wrong: string[] = [];
  await forEachPlace(page, places, async ({ path, bare }) => {
    await page.goto(`/en${path}`);
    const seen = await page.evaluate(() => ({
      title: document.title,
      h1: document.querySelectorAll('h1').length,
      landmarks: ['header', 'main#main', 'footer'].map((it) => document.querySelectorAll(`body > ${it}`).length).join(),
      ids: [...document.querySelectorAll('[id]')].map((it) => it.id).filter((id, i, all) => all.indexOf(id) !== i).join(' '),
    }));
    if (bare ? seen.landmarks !== '0,1,0' : seen.h1 !== 1 || seen.landmarks !== '1,1,1') wrong.push(`${path}: ${JSON.stringify(seen)}`);
    if (seen.ids) wrong.push(`${path}: twice the same id: ${[...new Set(seen.ids.split(' '))].join(' ')}`);
    if (!/^[^<>]+ – Accolade$/.test(seen.title)) wrong.push(`${path}: the title is “${seen.title}”`);
  });
  expect(wrong).toEqual([]);
});
