import AxeBuilder from '@axe-core/playwright';
import { test, expect, enter, expectAccessible } from '../fixtures/accolade';
import { evening, findPlaces, forEachPlace } from '../fixtures/places';
test.use({ ...evening, actionTimeout: 10_000 });
test('t', async ({ page }) => {
  test.setTimeout(200_000);
  const places = (await findPlaces(page)).filter((place) => !place.file);
  const lines: string[] = [];
  await forEachPlace(page, places, async ({ path }) => {
    const t0 = Date.now();
    await page.goto(`/en${path}`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((it) => it.setAttribute('open', '')));
    const t1 = Date.now();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
    const t2 = Date.now();
    await page.emulateMedia({ colorScheme: 'dark' });
    const d = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    await page.emulateMedia({ colorScheme: 'light' });
    console.log(`${path} load ${t1 - t0} axe ${t2 - t1} dark ${Date.now() - t2} ${violations.map((v) => v.id + ' x' + v.nodes.length + ' ' + v.nodes[0].html.slice(0,160)).join(' | ')} DARK ${d.violations.map((v) => v.id + ' x' + v.nodes.length+ ' ' + v.nodes[0].html.slice(0,160)).join(' | ')}`);
  });
});
