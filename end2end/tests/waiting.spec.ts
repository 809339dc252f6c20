// J2: a full workshop, its waiting list, offers that are taken or lapse, and a workshop that is not held.
import type { Page } from '@playwright/test';
import { test, expect, colleagues, enter, expectAccessible, sending, setClock } from '../fixtures/accolade';

// PM-2002-3: six places free, three offered to another team until the 21st, two teams waiting at their quota.
test.use({ preset: 'b', now: '2002-02-20T10:00:00+08:00', own: 'waiting', expected: [/status of 410/], actionTimeout: 10_000 });
test.describe.configure({ timeout: 90_000 });

interface Newcomer { email: string; name: string; post: string }

/** A co-ordinator's team: whoever signed in, and colleagues who are in no other workshop of these months. */
async function teamOf(page: Page, persona: string, department: string, ...numbers: number[]) {
  const all = await colleagues(page, department);
  return [`${persona}@demo.example`, ...numbers.map((number) => all[number].email)];
}

/** Registers people for a workshop in the name of whoever is signed in; gives the reference. */
async function register(page: Page, workshop: string, team: (string | Newcomer)[]) {
  await page.goto(`/en/workshops/${workshop}/register`);
  for (const [i, member] of team.entries()) {
    const parts = typeof member === 'string' ? { email: member } : member;
    for (const [part, text] of Object.entries(parts)) await page.locator(`[name="members[${i}][${part}]"]`).fill(text);
  }
  await page.getByLabel(/I have read the collection statement/).check();
  await page.getByRole('button', { name: 'Register my team' }).click();
  await expect(page).toHaveURL(/done=registered$/);
  return (await page.locator('.receipt__no').textContent())!;
}

const chip = (page: Page) => page.locator('.receipt .chip');
const waiting = (page: Page) => page.locator('section.card', { hasText: 'on the waiting list' });

/** A registration's page, again and again until what the clock does has been done. */
async function stands(page: Page, reference: string, status: string) {
  await expect(async () => {
    await page.goto(`/en/registrations/${reference}`);
    await expect(chip(page)).toHaveText(status, { timeout: 100 });
  }).toPass({ timeout: 10_000 });
}

/** The letters of one kind to one reader, newest first, by the start of their subjects. */
async function letters(admin: Page, to: string, subject: string) {
  await admin.goto('/en/outbox');
  return admin.getByRole('row').filter({ hasText: to }).filter({ hasText: subject });
}

test('whoever waits is told where and why, and is offered what others give up', async ({ visitor }) => {
  const [clock, full, wsd, lcsd] = [await visitor(), await visitor('fehd-coordinator'), await visitor('coordinator'), await visitor('coordinator2')];
  let given = '', first = '', second = '';

  await test.step('the last places are taken', async () => {
    given = await register(full, 'PM-2002-3', await teamOf(full, 'fehd-coordinator', 'FEHD', 1, 2, 3, 4));
    await expect(chip(full), 'a co-ordinator endorses by asking').toHaveText('Confirmed');
  });

  await test.step('the next are told their position and why there is no offer', async () => {
    first = await register(wsd, 'PM-2002-3', [...await teamOf(wsd, 'coordinator', 'WSD', 10, 11), { email: 'sam.ho@wsd.demo.example', name: 'HO Sam', post: 'Clerical Officer (Supply)' }]);
    await expect(chip(wsd)).toHaveText('On the waiting list');
    await expect(waiting(wsd).getByRole('heading')).toHaveText('Number 3 on the waiting list');
    await waiting(wsd).getByText('Why is there no offer yet?').click();
    await expect(waiting(wsd)).toContainText('There is 1 free place, and this registration is for 4 people.');
    await expect(waiting(wsd)).toContainText(/The list closes .*19 Mar, 5 pm/);
    await expectAccessible(wsd);
    second = await register(lcsd, 'PM-2002-3', await teamOf(lcsd, 'coordinator2', 'LCSD', 1, 2));
    await expect(waiting(lcsd).getByRole('heading')).toHaveText('Number 4 on the waiting list');
    await lcsd.goto('/en/workshops/PM-2002-3');
    await expect(lcsd.locator('.meter__words')).toHaveText('1 free of 30 places · 3 offered · 13 waiting');
  });

  await test.step('another team gives up, and the first that fits is offered its places', async () => {
    await full.getByText('Give up this registration').click();
    await full.getByLabel('Reason (if you wish to give one)').fill('All five are needed elsewhere.');
    await full.getByRole('button', { name: 'Give it up' }).click();
    await expect(full.locator('.notice').first()).toContainText('You have withdrawn');
    await stands(full, given, 'Cancelled');

    await stands(wsd, first, 'Place offered');
    const offer = wsd.locator('section.card', { hasText: 'A place is offered' });
    await expect(offer).toContainText('4 places are kept for this registration.');
    await expect(offer.locator('.deadline')).toHaveText('Accept by Fri 22 Feb, 5 pm in 2 days');
    await expectAccessible(wsd);
    await wsd.goto('/en/desk');
    await expect(wsd.getByRole('link', { name: 'Accept the 4 places offered to your team' })).toBeVisible();

    await stands(lcsd, second, 'On the waiting list');
    await expect(waiting(lcsd).getByRole('heading')).toHaveText('Number 3 on the waiting list');
    await waiting(lcsd).getByText('Why is there no offer yet?').click();
    await expect(waiting(lcsd)).toContainText('There are 2 free places, and this registration is for 3 people.');
  });

  await test.step('an offer nobody took passes to the next, who accepts it', async () => {
    await setClock(clock, '2002-02-21T17:01');
    await enter(lcsd, 'coordinator2');
    await stands(lcsd, second, 'Place offered');
    await lcsd.getByRole('button', { name: 'Accept the offer' }).click();
    await expect(lcsd.locator('.notice').first()).toContainText('You have accepted the offer. Your place is confirmed.');
    await expect(chip(lcsd)).toHaveText('Confirmed');
    await expect(lcsd.locator('.split__main .timeline')).toContainText('Offer accepted; place confirmed');
  });

  await test.step('who accepts too late is told so, and waits again at the end', async () => {
    await setClock(clock, '2002-02-22T16:58');
    await enter(wsd, 'coordinator');
    await stands(wsd, first, 'Place offered');
    await setClock(clock, '2002-02-22T17:01');
    const status = await sending(wsd, 'workshops/accept', () => wsd.getByRole('button', { name: 'Accept the offer' }).click());
    expect(status).toBe(410);
    const alert = wsd.getByRole('alert');
    await expect(alert).toContainText(/This offer is no longer open; it ended on .*22 February 2002.*The registration is on the waiting list again/);
    await expect(chip(wsd)).toHaveText('On the waiting list');
    await expect(waiting(wsd).getByRole('heading')).toHaveText('Number 3 on the waiting list');
    await expectAccessible(wsd);
    await stands(wsd, first, 'On the waiting list');
    await expect(wsd.locator('.split__main .timeline')).toContainText('Offer lapsed; moved to the end of the waiting list');
    await wsd.goto('/en/workshops/PM-2002-3');
    await expect(wsd.locator('.meter__words'), 'it is the last of three').toHaveText(/· 3 offered · 10 waiting$/);
  });
});

test('a workshop below its minimum is merged into another, and its people are offered places there', async ({ visitor }) => {
  const [clock, organiser, wsd, admin] = [await visitor(), await visitor(), await visitor(), await visitor()];
  let old = '', fresh = '';

  await test.step('one team registers', async () => {
    await setClock(clock, '2002-04-02T10:00');
    await enter(wsd, 'coordinator');
    old = await register(wsd, 'PM-2002-4', await teamOf(wsd, 'coordinator', 'WSD', 10, 11));
    await expect(chip(wsd)).toHaveText('Confirmed');
  });

  await test.step('when registration closes, the organiser has to decide', async () => {
    await setClock(clock, '2002-04-10T17:01');
    await enter(organiser, 'organiser');
    await organiser.goto('/en/organise/PM-2002-5');
    await organiser.getByRole('button', { name: 'Publish the workshop' }).click();
    await expect(organiser.locator('.notice').first()).toContainText('The workshop has been published');
    await organiser.goto('/en/desk');
    const task = organiser.locator('.task', { hasText: 'Performance Measurement Workshop 4' });
    await expect(task).toContainText('Decide whether to hold it: 3 people registered, at least 12 needed');
    await task.getByRole('link').click();
    await expect(organiser).toHaveURL(/\/en\/organise\/PM-2002-4$/);
  });

  await test.step('it goes on as another', async () => {
    await organiser.locator('summary', { hasText: 'Cancel this workshop' }).click();
    const form = organiser.locator('form[action="/api/workshops/cancel"]');
    await expect(organiser.locator('.confirm__box')).toContainText('This cannot be undone.');
    await form.getByLabel('Why it will not be held').selectOption({ label: 'Merged with another workshop' });
    await form.getByLabel('Offer places in another workshop').fill('PM-2002-5');
    await form.getByRole('button', { name: 'Cancel the workshop and tell everyone' }).click();
    await expect(organiser.locator('.notice').first()).toContainText('The workshop has been cancelled');
    const reader = await visitor();
    await reader.goto('/en/workshops/PM-2002-4');
    await expect(reader.locator('.notice')).toContainText('Reason: Merged with another workshop. It goes on as PM-2002-5.');
  });

  await test.step('its people are offered places there, and take them', async () => {
    await enter(wsd, 'coordinator');
    await stands(wsd, old, 'Cancelled');
    await wsd.goto('/en/desk');
    await wsd.getByRole('link', { name: 'Accept the 3 places offered to your team' }).click();
    await expect(wsd).toHaveURL(/\/en\/registrations\/PM-2002-5-\d{4}$/);
    fresh = (await wsd.locator('.receipt__no').textContent())!;
    await expect(wsd.locator('.deadline').first()).toContainText('Accept by Fri 12 Apr, 5 pm');
    await wsd.getByRole('button', { name: 'Accept the offer' }).click();
    await expect(chip(wsd)).toHaveText('Confirmed');
  });

  await test.step('their calendars are told: the old entry ends, the new one comes', async () => {
    await enter(admin, 'admin');
    const to = 'coordinator@demo.example';
    const cancelled = await letters(admin, to, 'Cancelled: Performance Measurement Workshop 4');
    await expect(cancelled).toHaveCount(1);
    await cancelled.getByRole('link').click();
    await expect(admin.locator('.facts div', { hasText: 'Calendar file' }).locator('dd')).toHaveText('CANCEL');
    const file = admin.locator('pre.code');
    await admin.getByText('Calendar file').last().click();
    const ended = (await file.textContent())!.replaceAll(/\r?\n /g, '');
    expect(ended).toContain('METHOD:CANCEL');
    expect(ended).toContain('STATUS:CANCELLED');
    await expect(admin.locator('article.card')).toContainText(`Registration ${old} for 3 people has ended.`);
    await expectAccessible(admin);

    const offered = await letters(admin, to, 'Places offered instead, please accept by');
    await expect(offered).toHaveCount(1);
    await offered.getByRole('link').click();
    await expect(admin.locator('article.card')).toContainText(`The reference is ${fresh}.`);

    const confirmed = await letters(admin, to, 'Confirmed: Performance Measurement Workshop 5');
    await expect(confirmed).toHaveCount(1);
    await confirmed.getByRole('link').click();
    await expect(admin.locator('.facts div', { hasText: 'Calendar file' }).locator('dd')).toHaveText('REQUEST');
    const begun = (await file.textContent())!.replaceAll(/\r?\n /g, '');
    expect(begun).toContain('METHOD:REQUEST');
    expect(begun).toContain('DTSTART;TZID=Asia/Hong_Kong:20020619T090000');
    const uid = (text: string) => /^UID:(.+?)\r?$/m.exec(text)?.[1];
    expect(uid(ended)).toBeTruthy();
    expect(uid(begun), 'two workshops, two entries').not.toBe(uid(ended));
  });
});
