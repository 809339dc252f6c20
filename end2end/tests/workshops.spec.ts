// J1: a team gets into a workshop, attends it, says what it thought, and keeps its record. In English, then in Chinese.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { test, expect, colleagues, enter, expectAccessible, sending, setClock, signIn } from '../fixtures/accolade';

// PM-2002-3 is open for registration, with six places free.
test.use({ preset: 'b', now: '2002-02-20T10:00:00+08:00', own: 'workshops', actionTimeout: 10_000 });
test.describe.configure({ timeout: 90_000 });

const questions = ['useful', 'level', 'speaker', 'materials', 'venue'];

/** Names the people of a team, one row each; the first row is theirs who asks. */
async function nameTeam(page: Page, others: string[]) {
  for (const [i, email] of others.entries()) await page.locator(`[name="members[${i + 1}][email]"]`).fill(email);
}

/** A calendar file is what calendars can read; gives the lines of its entry. */
async function expectCalendar(download: Download) {
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('BEGIN:VCALENDAR\r\n'), 'it begins as a calendar').toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n'), 'it ends as a calendar').toBe(true);
  const lines = text.split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', ''), 'no line ends otherwise').not.toMatch(/[\r\n]/);
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  expect(unfolded.filter((line) => line.startsWith('UID:'))).toHaveLength(1);
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY']) {
    expect(unfolded.some((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`)), name).toBe(true);
  }
  return unfolded.slice(unfolded.indexOf('BEGIN:VEVENT'));
}

/** Pages of a PDF, by its page tree. */
function pagesOf(pdf: Buffer) {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g)]
    .map((found) => Number(found[1] ?? found[2]));
}

test('where one form stands there several times, each of its fields has its own label', async ({ visitor }) => {
  const [coordinator, organiser] = [await visitor('coordinator'), await visitor('organiser')];
  await coordinator.goto('/en/department');
  await expect(coordinator.getByRole('button', { name: 'Endorse', exact: true })).toHaveCount(3);
  const reference = await coordinator.locator('section.card[id^=PM-2002-3]').first().getAttribute('id');
  for (const [who, path] of [[coordinator, '/department'], [organiser, `/registrations/${reference}`], [organiser, '/organise/PM-2002-3']] as const) {
    await who.goto(`/en${path}`);
    await who.evaluate(() => document.querySelectorAll('details').forEach((it) => it.setAttribute('open', '')));
    const ids = await who.locator('[id]').evaluateAll((all) => all.map((it) => it.id));
    expect.soft(ids.filter((id, i) => ids.indexOf(id) !== i), `ids that stand twice on ${path}`).toEqual([]);
    await expectAccessible(who).catch((problem: Error) => expect.soft(problem.message, path).toBe(''));
  }
});

test.describe('a refused form', () => {
  test.use({ expected: [/status of (409|422)/] });

  test('a team gets into a workshop, attends it and keeps its record', async ({ page: officer, visitor, scripted }) => {
    const [coordinator, organiser, clock, stranger] = [await visitor(), await visitor('organiser'), await visitor(), await visitor()];
    let reference = '';
    await enter(coordinator, 'fehd-coordinator');
    const crew = await colleagues(coordinator, 'FEHD');
    await coordinator.context().clearCookies();
    await signIn(officer, 'officer');

    await test.step('the catalogue is narrowed by its form, and the address says so', async () => {
      await officer.goto('/en/workshops');
      const filters = officer.locator('form.filters');
      await filters.getByLabel('Month').selectOption({ label: 'March 2002' });
      await filters.getByLabel('Team or alone').selectOption({ label: 'Teams' });
      await filters.getByRole('button', { name: 'Show' }).click();
      await expect(officer).toHaveURL(/\/en\/workshops\?.*month=2002-03&.*kind=team/);
      const byForm = await officer.locator('.listing h3').allTextContents();
      await officer.goto('/en/workshops?kind=team&month=2002-03');
      await expect(filters.getByLabel('Month')).toHaveValue('2002-03');
      await expect(filters.getByLabel('Team or alone')).toHaveValue('team');
      await expect(officer.getByRole('status')).toHaveText('2 workshops');
      await expect(officer.locator('.listing__month')).toHaveText(['March 2002']);
      expect(await officer.locator('.listing h3').allTextContents()).toEqual(byForm);
      await expectAccessible(officer);
    });

    await test.step('the workshop says what is free and for how long', async () => {
      await officer.getByRole('link', { name: /Performance Measurement Workshop 3/ }).click();
      await expect(officer).toHaveURL(/\/en\/workshops\/PM-2002-3$/);
      await expect(officer.locator('.meter__words')).toHaveText('6 free of 30 places · 3 offered · 6 waiting');
      await expect(officer.getByText('Your department has taken 0 of its 6 places; 6 more can be confirmed now.')).toBeVisible();
      await expect(officer.locator('.deadline')).toHaveText('Registration closes Wed 6 Mar, 5 pm in 14 days');
    });

    await test.step('a member of another department is refused, and nothing typed is lost', async () => {
      await officer.getByRole('link', { name: 'Register my team' }).click();
      await expect(officer.locator('[name="members[0][email]"]')).toHaveValue('officer@demo.example');
      await nameTeam(officer, [crew[1].email, crew[2].email, 'coordinator@demo.example']);
      await officer.getByLabel(/I have read the collection statement/).check();
      const status = await sending(officer, 'workshops/register', () => officer.getByRole('button', { name: 'Register my team' }).click());
      expect(status).toBe(422);
      const alert = officer.getByRole('alert');
      await expect(alert).toContainText('There is a problem');
      await expect(alert).toBeFocused();
      await expect(alert.getByRole('listitem')).toHaveText([/coordinator@demo\.example belongs to another department/]);
      const fourth = officer.locator('[name="members[3][email]"]');
      await expect(fourth).toHaveValue('coordinator@demo.example');
      await expect(fourth).toHaveAttribute('aria-invalid', 'true');
      await expect(fourth).toHaveAccessibleDescription(/belongs to another department/);
      await expect(officer.locator('[name="members[1][email]"]')).toHaveValue(crew[1].email);
      await expect(officer.getByLabel(/I have read the collection statement/)).toBeChecked();
      await expectAccessible(officer);
      await alert.getByRole('link').click();
      await expect(fourth, 'the summary leads to the field').toBeFocused();
    });

    await test.step('put right, it gives a receipt with a reference', async () => {
      await officer.locator('[name="members[3][email]"]').fill(crew[3].email);
      await officer.getByRole('button', { name: 'Register my team' }).click();
      await expect(officer).toHaveURL(/\/en\/registrations\/PM-2002-3-\d{4}\?done=registered$/);
      reference = (await officer.locator('.receipt__no').textContent())!;
      expect(reference).toMatch(/^PM-2002-3-\d{4}$/);
      await expect(officer.locator('.receipt .chip')).toHaveText('Awaiting endorsement');
      await expect(officer.locator('.notice').first()).toContainText('Your registration has been received');
      await expect(officer.locator('ul.people > li')).toHaveCount(4);
      await expectAccessible(officer);
    });

    await test.step('the calendar file can be read by calendars', async () => {
      const [download] = await Promise.all([
        officer.waitForEvent('download'),
        officer.getByRole('link', { name: 'Add to calendar' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('PM-2002-3.ics');
      const lines = await expectCalendar(download);
      expect(lines.find((line) => line.startsWith('DTSTART'))).toContain('20020320T090000');
      expect(lines.find((line) => line.startsWith('SUMMARY'))).toContain('Performance Measurement Workshop 3');
    });

    await test.step('the same people are not registered twice', async () => {
      await officer.goto('/en/workshops/PM-2002-3/register');
      await nameTeam(officer, [crew[1].email, crew[4].email]);
      await officer.getByLabel(/I have read the collection statement/).check();
      const status = await sending(officer, 'workshops/register', () => officer.getByRole('button', { name: 'Register my team' }).click());
      expect(status).toBe(409);
      await expect(officer.getByRole('alert').getByRole('listitem')).toHaveText([
        `officer@demo.example is already registered for this workshop (${reference}). Leave this person out, or use that registration.`,
        `${crew[1].email} is already registered for this workshop (${reference}). Leave this person out, or use that registration.`,
      ]);
    });

    await test.step("the department's co-ordinator endorses, and the place is confirmed", async () => {
      await signIn(coordinator, 'fehd-coordinator');
      await coordinator.goto('/en/department');
      const card = coordinator.locator(`section[id="${reference}"]`);
      await expect(card).toContainText('WONG Mei-ling');
      await card.getByRole('button', { name: 'Endorse', exact: true }).click();
      await expect(coordinator.locator('.notice')).toContainText('You have endorsed the registration');
      await expect(card).toHaveCount(0);
      await officer.goto(`/en/registrations/${reference}`);
      await expect(officer.locator('.receipt .chip')).toHaveText('Confirmed');
      await expect(officer.locator('ul.people .code')).toHaveCount(4);
      await officer.goto('/en/workshops/PM-2002-3');
      await expect(officer.locator('.meter__words')).toHaveText('2 free of 30 places · 3 offered · 6 waiting');
    });

    await test.step('two days before, a member who is ill is exchanged', async () => {
      await setClock(clock, '2002-03-18T10:00');
      await enter(organiser, 'organiser');
      await organiser.goto('/en/organise/PM-2002-3');
      await organiser.getByRole('button', { name: 'Confirm and tell everyone registered' }).click();
      await expect(organiser.locator('.notice').first()).toContainText('the workshop goes ahead');

      await enter(officer, 'officer');
      await officer.goto(`/en/registrations/${reference}`);
      const ill = officer.locator('ul.people > li', { hasText: crew[3].name });
      const before = await ill.locator('.code').textContent();
      await ill.getByText('Exchange this member').click();
      await ill.locator('[name="members[0][email]"]').fill(crew[4].email);
      await ill.getByRole('button', { name: 'Exchange the member' }).click();
      await expect(officer.locator('.notice').first()).toContainText('The participant has been replaced');
      await expect(ill).toHaveCount(0);
      const fresh = officer.locator('ul.people > li', { hasText: crew[4].name });
      await expect(fresh).toHaveCount(1);
      expect(await fresh.locator('.code').textContent(), 'the old door code is worthless').not.toBe(before);
      await expect(officer.locator('.receipt .chip')).toHaveText('Confirmed');
    });

    await test.step('on the day, the code at the door signs her in', async () => {
      await setClock(clock, '2002-03-20T09:05');
      await enter(organiser, 'organiser');
      await organiser.goto('/en/organise/PM-2002-3/door/code');
      await expect(organiser.getByRole('img', { name: /QR code/ })).toBeVisible();
      const address = (await organiser.locator('main a[href*="/attend/"]').getAttribute('href'))!;
      await enter(officer, 'officer');
      await officer.goto(address);
      await expect(officer.locator('main')).toContainText(`You are signing in as WONG Mei-ling, registration ${reference}.`);
      await expectAccessible(officer);
      await officer.getByRole('button', { name: 'I am here' }).click();
      await expect(officer.locator('.receipt')).toContainText('You are signed in');
      await expect(officer.getByRole('button', { name: 'I am here' })).toHaveCount(0);
    });

    await test.step('the organiser marks another at the door', async () => {
      await officer.goto(`/en/registrations/${reference}`);
      const member = officer.locator('ul.people > li', { hasText: crew[1].name });
      const code = (await member.locator('.code').textContent())!;
      await organiser.goto('/en/organise/PM-2002-3/door');
      if (scripted) {
        await expect(organiser.locator('html')).toHaveAttribute('data-alive', '');
        await organiser.getByLabel('Scan or type the door code').fill(code);
        await organiser.keyboard.press('Enter');
        await expect(organiser.locator('.door__answer')).toHaveText(`Marked as present: ${crew[1].name} · FEHD`);
        await expect(organiser.locator('.door__tally')).toContainText('Present: 2 of');
      } else {
        const row = organiser.locator('.door__list li:visible', { hasText: crew[1].name });
        await expect(row, 'each person is on the list once').toHaveCount(1);
        await row.getByRole('button', { name: 'Present', exact: true }).click();
        await expect(row).toHaveAttribute('data-state', 'attended');
      }
      await officer.reload();
      await expect(member.locator('.chip')).toHaveText('Present');
    });

    await test.step('after the end, the organiser closes attendance and one more of eight is done', async () => {
      const meter = organiser.locator('.tiles div', { hasText: 'Performance measurement workshops completed in 2002' }).locator('dd');
      await organiser.goto('/en/organise');
      await expect(meter).toHaveText('1 of 8');
      await setClock(clock, '2002-03-20T17:05');
      await enter(organiser, 'organiser');
      await organiser.goto('/en/organise/PM-2002-3');
      await organiser.getByRole('button', { name: 'Close attendance' }).click();
      await expect(organiser.locator('.notice').first()).toContainText('The attendance is closed');
      await organiser.goto('/en/organise');
      await expect(meter).toHaveText('2 of 8');
    });

    await test.step('in the evening she evaluates it, once and unnamed', async () => {
      await enter(officer, 'officer');
      await officer.goto('/en/desk');
      await officer.getByRole('link', { name: 'Evaluate the workshop you attended' }).click();
      await expect(officer).toHaveURL(/\/en\/workshops\/PM-2002-3\/evaluate$/);
      const send = officer.getByRole('button', { name: 'Send my evaluation' });
      expect(await sending(officer, 'workshops/evaluate', () => send.click())).toBe(422);
      const alert = officer.getByRole('alert');
      await expect(alert).toBeFocused();
      await expect(alert.getByRole('link')).toHaveCount(questions.length);
      await expect(officer.getByRole('group', { name: 'Speakers' })).toContainText('Say how clear the speakers were.');
      await expectAccessible(officer);
      for (const question of questions) await officer.locator(`[name=${question}][value="4"]`).check();
      await officer.locator('[name=best]').fill('Working on our own standards.');
      await send.click();
      await expect(officer.locator('.notice')).toContainText('Thank you. Your evaluation has been received');
      await officer.goto('/en/workshops/PM-2002-3/evaluate');
      await expect(send, 'nobody answers twice').toHaveCount(0);
    });

    await test.step('her record is public, and hers to print', async () => {
      await officer.goto('/en/registrations');
      const row = officer.getByRole('row').filter({ hasText: 'Performance Measurement Workshop 3' });
      await expect(row).toContainText('Present');
      const link = row.getByRole('link', { name: /^AR/ });
      const code = (await link.textContent())!;
      const address = (await link.getAttribute('href'))!;
      const answer = await stranger.goto(address);
      expect(answer?.status()).toBe(200);
      await expect(stranger.locator('.notice')).toContainText('This record is genuine');
      await expect(stranger.locator('.record')).toContainText('WONG Mei-ling, Food and Environmental Hygiene Department, attended');
      await expect(stranger.locator('.record [lang=zh-Hant-HK]')).toContainText('黃美玲');
      await expect(stranger.locator('.record__code')).toHaveText(code);
      await expect(stranger.getByText('officer@demo.example'), 'it says no more than it must').toHaveCount(0);
      await expectAccessible(stranger);

      const paper = await officer.request.get(`${address}/paper`);
      expect(paper.headers()['content-type']).toBe('application/pdf');
      const bytes = await paper.body();
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pagesOf(bytes), 'it is one page').toEqual([1]);
      const refused = await stranger.request.get(`${address}/paper`, { maxRedirects: 0 });
      expect(refused.status(), 'a stranger signs in first').toBe(303);
    });
  });

  test('一隊同事報名、出席、評價並取得出席紀錄', async ({ page: officer, visitor }) => {
    const [coordinator, organiser, clock] = [await visitor('fehd-coordinator'), await visitor(), await visitor()];
    const crew = await colleagues(coordinator, 'FEHD');
    await setClock(clock, '2002-04-02T10:00');
    await enter(officer, 'officer');
    let reference = '';

    await test.step('目錄和報名', async () => {
      await officer.goto('/tc/workshops?kind=team&month=2002-04');
      await expect(officer.locator('h1')).toHaveText('工作坊');
      await expect(officer.getByRole('status')).toHaveText('共1個工作坊');
      await officer.getByRole('link', { name: '衡量服務表現工作坊（二零零二年第四期）：英語組' }).click();
      await officer.getByRole('link', { name: '為我的隊伍報名' }).click();
      await nameTeam(officer, [crew[1].email, crew[1].email.toUpperCase()]);
      await officer.getByLabel(/我已閱讀收集個人資料聲明/).check();
      const send = officer.getByRole('button', { name: '為我的隊伍報名' });
      expect(await sending(officer, 'workshops/register', () => send.click())).toBe(422);
      const alert = officer.getByRole('alert');
      await expect(alert).toBeFocused();
      await expect(alert).toContainText('請更正以下各項');
      await expect(alert).toContainText(`${crew[1].email}重複填報。每人只可填報一次。`);
      await officer.locator('[name="members[2][email]"]').fill(crew[2].email);
      await send.click();
      await expect(officer).toHaveURL(/\/tc\/registrations\/PM-2002-4-\d{4}\?done=registered$/);
      await expect(officer.locator('.receipt .chip')).toHaveText('待部門批核');
      reference = (await officer.locator('.receipt__no').textContent())!;
    });

    await test.step('部門批核', async () => {
      await enter(coordinator, 'fehd-coordinator');
      await coordinator.goto('/tc/department');
      const card = coordinator.locator(`section[id="${reference}"]`);
      await card.getByRole('button', { name: '批核', exact: true }).click();
      await expect(coordinator.locator('.notice')).toContainText('你已批核這項報名，並已通知報名人。');
      await officer.goto(`/tc/registrations/${reference}`);
      await expect(officer.locator('.receipt .chip')).toHaveText('已確認');
    });

    await test.step('當天簽到', async () => {
      await setClock(clock, '2002-04-24T09:05');
      await enter(organiser, 'organiser');
      await enter(officer, 'officer');
      await organiser.goto('/tc/organise/PM-2002-4/door/code');
      await officer.goto((await organiser.locator('main a[href*="/attend/"]').getAttribute('href'))!);
      await expect(officer).toHaveURL(/\/tc\/attend\//);
      await officer.getByRole('button', { name: '我已到場' }).click();
      await expect(officer.locator('.receipt')).toContainText('你已簽到');
    });

    await test.step('結束、評價和紀錄', async () => {
      await setClock(clock, '2002-04-24T17:05');
      await enter(organiser, 'organiser');
      await enter(officer, 'officer');
      await organiser.goto('/tc/organise/PM-2002-4');
      await organiser.getByRole('button', { name: '結束出席登記' }).click();
      await expect(organiser.locator('.notice').first()).toContainText('出席登記已截止，工作坊亦告完成。');
      await officer.goto('/tc/workshops/PM-2002-4/evaluate');
      for (const question of questions) await officer.locator(`[name=${question}][value="5"]`).check();
      await officer.getByRole('button', { name: '交回評價' }).click();
      await expect(officer.locator('.notice')).toContainText('多謝你的意見。評價已收到');
      await officer.goto('/tc/registrations');
      await officer.getByRole('row').filter({ hasText: '第四期' }).getByRole('link', { name: /^AR/ }).click();
      await expect(officer.locator('.record')).toContainText('黃美玲曾於2002年4月24日');
      await expect(officer.getByRole('link', { name: '列印我的紀錄' })).toBeVisible();
    });
  });
});
