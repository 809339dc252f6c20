// The door list under the hand, with script: the scanner, the four answers, and a line that is cut.
import type { Page } from '@playwright/test';
import { test, expect, enter, expectAccessible, setClock } from '../fixtures/accolade';

test.use({ preset: 'b', now: '2002-03-18T10:00:00+08:00', expected: [/net::ERR_(FAILED|INTERNET_DISCONNECTED)/] });

interface Guest { name: string; code: string; reference: string }

let guests: Guest[] = [];
let elsewhere = '', left = '', waiting = { name: '', id: '' };

/** People of one workshop and status with their codes, as the organiser sees them. */
async function peopleOf(page: Page, workshop: string, status: string, every = false) {
  await page.goto(`/en/organise/${workshop}`);
  const rows = page.getByRole('row').filter({ has: page.locator('.chip', { hasText: status }) }).getByRole('link');
  const references = await rows.allTextContents();
  expect(references.length, `${workshop} has registrations ${status}`).toBeGreaterThan(0);
  const found: (Guest & { id: string })[] = [];
  for (const reference of every ? references : references.slice(0, 1)) {
    await page.goto(`/en/registrations/${reference}`);
    for (const person of await page.locator('ul.people > li').all()) {
      const code = person.locator('p.quiet .code');
      found.push({
        reference,
        name: (await person.locator('b').first().textContent())!,
        code: (await code.count()) ? (await code.textContent())! : '',
        id: await person.locator('[name=participant]').inputValue(),
      });
    }
  }
  return found;
}

test.beforeAll('two days before, the codes are known', async ({ browser, house }) => {
  const context = await browser.newContext({ baseURL: house.url });
  const page = await context.newPage();
  await enter(page, 'organiser');
  const lost = (await peopleOf(page, 'PM-2002-3', 'Confirmed'))[0];
  await page.goto(`/en/registrations/${lost.reference}`);
  await page.getByText('Give up this registration').click();
  await page.getByRole('button', { name: 'Give it up' }).click();
  await expect(page.locator('.receipt .chip')).toHaveText('Cancelled');
  left = lost.code;
  elsewhere = (await peopleOf(page, 'PM-2002-4', 'Confirmed'))[0].code;
  waiting = (await peopleOf(page, 'PM-2002-3', 'On the waiting list'))[0];
  guests = await peopleOf(page, 'PM-2002-3', 'Confirmed', true);
  expect(guests.length).toBeGreaterThan(12);
  await setClock(page, '2002-03-20T08:05');
  await context.close();
});

/** The door list, alive. Its own field has the focus. */
async function open(page: Page) {
  await enter(page, 'organiser');
  await page.goto('/en/organise/PM-2002-3/door');
  await expect(page.locator('html')).toHaveAttribute('data-alive', '');
  await expect(page.getByLabel('Scan or type the door code')).toBeFocused();
}

/** A scanner is a keyboard that types fast and presses Enter, wherever the focus is. */
async function scan(page: Page, code: string) {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

const answer = (page: Page) => page.locator('.door__answer');
const line = (page: Page) => page.locator('.door__line');
const row = (page: Page, guest: Guest) => page.locator('.door__list li', { has: page.getByText(guest.code, { exact: true }) });
const present = async (page: Page) => Number(/Present: (\d+) of/.exec((await page.locator('.door__tally').textContent())!)![1]);

/** How many marks of a registration the audit trail has. */
async function marksOf(page: Page, reference: string) {
  const context = await page.context().browser()!.newContext({ baseURL: new URL(page.url()).origin });
  const auditor = await context.newPage();
  await enter(auditor, 'auditor');
  await auditor.goto(`/en/audit?object=registration:${reference}`);
  const count = await auditor.getByRole('row').filter({ hasText: 'attendance.mark' }).count();
  await context.close();
  return count;
}

test('the door says one of four things, in colour and in words', async ({ page }) => {
  await open(page);
  const guest = guests[0];
  const before = await present(page);
  await expect(answer(page)).toHaveText('Ready for the next person');

  await scan(page, guest.code);
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as present: ${guest.name} · [A-Z]+$`));
  await expect(answer(page)).toHaveAttribute('data-state', 'ok');
  await expect(row(page, guest)).toHaveAttribute('data-state', 'attended');
  await expect(row(page, guest).getByRole('button', { name: 'Present', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await present(page)).toBe(before + 1);

  await scan(page, guest.code.toLowerCase());
  await expect(answer(page)).toHaveText(new RegExp(`^Already marked: ${guest.name} · [A-Z]+$`));
  await expect(answer(page)).toHaveAttribute('data-state', 'again');

  await scan(page, waiting.id);
  await expect(answer(page)).toHaveText(new RegExp(`^No confirmed place yet; waiting or not endorsed: ${waiting.name} · [A-Z]+$`));
  await expect(answer(page)).toHaveAttribute('data-state', 'wait');

  await scan(page, 'NOBODY99');
  await expect(answer(page)).toHaveText('No such code; please check it and try again');
  await expect(answer(page)).toHaveAttribute('data-state', 'refused');

  await scan(page, elsewhere);
  await expect(answer(page)).toHaveText('This code is for another workshop');
  await expect(answer(page)).toHaveAttribute('data-state', 'refused');

  await scan(page, left);
  await expect(answer(page)).toHaveText(/^No place; the registration has ended: /);
  await expect(answer(page)).toHaveAttribute('data-state', 'refused');

  expect(await present(page), 'only one of them came').toBe(before + 1);
  await expectAccessible(page);
});

test('a mark can be put right, and the count follows', async ({ page }) => {
  await open(page);
  const guest = guests[1];
  const before = await present(page);
  await row(page, guest).getByRole('button', { name: 'Present for part' }).click();
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as present for part: ${guest.name}`));
  expect(await present(page)).toBe(before + 1);
  await row(page, guest).getByRole('button', { name: 'Absent' }).click();
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as absent: ${guest.name}`));
  await expect(row(page, guest)).toHaveAttribute('data-state', 'absent');
  expect(await present(page)).toBe(before);
});

test('what a scanner types lands in the field after a scan', async ({ page }) => {
  await open(page);
  for (const guest of guests.slice(2, 5)) {
    await scan(page, guest.code);
    await expect(answer(page)).toHaveText(new RegExp(`^Marked as present: ${guest.name}`));
    await expect(page.getByLabel('Scan or type the door code')).toHaveValue('');
  }
});

test('what a scanner types lands in the field after a button was pressed', async ({ page }) => {
  await open(page);
  await row(page, guests[5]).getByRole('button', { name: 'Present', exact: true }).click();
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as present: ${guests[5].name}`));
  await scan(page, guests[6].code);
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as present: ${guests[6].name}`));
});

test('what a scanner types lands in the field after a click beside it', async ({ page }) => {
  await open(page);
  await page.locator('h1').click();
  await scan(page, guests[7].code);
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as present: ${guests[7].name}`));
});

test('a line that holds is never called lost', async ({ page }) => {
  await open(page);
  await line(page).evaluate((it) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(it.textContent!)).observe(it, { childList: true, characterData: true, subtree: true });
  });
  await scan(page, guests[12].code);
  await expect(answer(page)).toHaveText(new RegExp(`^Marked as present: ${guests[12].name}`));
  await expect(line(page)).toHaveText('Connected; every mark has been sent');
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).not.toContain('No connection; marks waiting to be sent: 1');
});

test('marks made while the line is cut are kept over a reload and sent once', async ({ page }) => {
  await open(page);
  const [one, two] = [guests[8], guests[9]];
  const before = await present(page);
  const marks = [await marksOf(page, one.reference), await marksOf(page, two.reference)];
  await page.route('**/api/workshops/mark', (route) => route.abort());
  await scan(page, one.code);
  await expect(line(page)).toHaveText('No connection; marks waiting to be sent: 1');
  await row(page, two).getByRole('button', { name: 'Absent' }).click();
  await expect(line(page)).toHaveText('No connection; marks waiting to be sent: 2');
  await expect(line(page)).toHaveAttribute('data-state', 'offline');
  await expect(answer(page)).toHaveText('Kept on this device; it will be sent when the connection is back');
  await expectAccessible(page);

  await page.reload();
  await expect(line(page)).toHaveText('No connection; marks waiting to be sent: 2');
  await expect(row(page, one), 'nobody is said to be marked who is not').toHaveAttribute('data-state', 'none');

  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/workshops/mark')) keys.push(/(?:key=|"key":")([^&"]+)/.exec(request.postData() ?? '')?.[1] ?? 'no key');
  });
  await page.unroute('**/api/workshops/mark');
  await expect(line(page)).toHaveText('Connected; every mark has been sent', { timeout: 10_000 });
  await expect(row(page, one)).toHaveAttribute('data-state', 'attended');
  await expect(row(page, two)).toHaveAttribute('data-state', 'absent');
  expect(await present(page)).toBe(before + 1);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size, 'each mark has a key of its own').toBe(2);
  const same = one.reference === two.reference;
  expect(await marksOf(page, one.reference)).toBe(marks[0] + (same ? 2 : 1));
  await page.reload();
  await expect(line(page)).toHaveText('Connected; every mark has been sent');
  expect(await present(page)).toBe(before + 1);
});

test('a mark whose answer was lost counts once', async ({ page }) => {
  await open(page);
  const guest = guests[10];
  const [before, marks] = [await present(page), await marksOf(page, guest.reference)];
  let lost = 0;
  await page.route('**/api/workshops/mark', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await scan(page, guest.code);
  await expect(line(page)).toHaveText('No connection; marks waiting to be sent: 1');
  await expect.poll(() => lost).toBeGreaterThan(0);
  await page.unroute('**/api/workshops/mark');
  await expect(line(page)).toHaveText('Connected; every mark has been sent', { timeout: 10_000 });
  expect(await present(page)).toBe(before + 1);
  expect(await marksOf(page, guest.reference)).toBe(marks + 1);
});

test('marks outlive a closed tab', async ({ page, context }) => {
  await open(page);
  const guest = guests[11];
  const before = await present(page);
  await context.setOffline(true);
  await scan(page, guest.code);
  await expect(line(page)).toHaveText('No connection; marks waiting to be sent: 1');
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await open(later);
  await expect(row(later, guest)).toHaveAttribute('data-state', 'attended');
  await expect(line(later)).toHaveText('Connected; every mark has been sent');
  expect(await present(later)).toBe(before + 1);
});
