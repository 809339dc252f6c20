// J6: a panel declares, scores, deliberates and decides; the results are everybody's at their hour and not before.
import type { Page } from '@playwright/test';
import { test, expect, enter, expectAccessible, sending, setClock, unfold } from '../fixtures/accolade';

// The panel is named and invited; its round opens tomorrow.
test.describe.configure({ timeout: 240_000 });
test.use({ preset: 'a', now: '2001-10-01T10:00:00+08:00', own: 'judging', expected: [/status of (403|404|409|422)/] });

const scheme = 'BPP2';
const codes = Array.from({ length: 24 }, (_, i) => `BPP2-E${String(i + 1).padStart(2, '0')}`);
const criteria = {
  'BPP2-DES': ['legibility', 'layout', 'bilingual_parity', 'access', 'originality'],
  'BPP2-CON': ['relevance', 'measurability', 'plain_language', 'redress'],
};
const judges = ['chair', 'judge1', 'judge2', 'judge3', 'judge4', 'judge5'];

/** One entry that the panel likes so much that it comes before the one the public likes best. */
function scoreOf(award: keyof typeof criteria, code: string, criterion: number) {
  if (award === 'BPP2-DES') return code === 'BPP2-E10' ? '8.5' : '6';
  if (code === 'BPP2-E02') return '9.5';
  if (code === 'BPP2-E03') return criterion === 0 ? '7' : '8';
  return code === 'BPP2-E04' ? '5' : '6';
}

async function post(page: Page, act: string, form: Record<string, string>) {
  const answer = await page.request.post(`/api/awards/${act}`, { form, headers: { accept: 'application/json' } });
  return { status: answer.status(), words: await answer.text() };
}

function sheet(award: keyof typeof criteria, entry: string, version = '1') {
  const scores = Object.fromEntries(criteria[award].map((key, i) => [`scores[${key}]`, scoreOf(award, entry, i)]));
  return { entry, award, version, comment: 'Read twice.', ...scores };
}

test('a panel declares, scores, deliberates, decides, and the results come out at their hour', async ({ page: secretary, visitor }) => {
  const [judge, chair, approver, stranger] = [await visitor(), await visitor('chair'), await visitor('secretary2'), await visitor()];
  await enter(secretary, 'secretary');

  await test.step('a personal link, that needs no sign-in and names no entry', async () => {
    await secretary.goto(`/en/judging/${scheme}/panel`);
    await expectAccessible(secretary);
    await secretary.getByRole('row', { name: /judge1@demo/ }).getByRole('button', { name: 'Invite again' }).click();
    const admin = await visitor('admin');
    await admin.goto('/en/outbox');
    await admin.getByRole('link', { name: /Would you judge/ }).first().click();
    const link = /\/judging\/invited\/[0-9a-f]+/.exec((await admin.locator('article.card').textContent())!)![0];
    await judge.goto(`/en${link}`);
    await expectAccessible(judge);
    await expect(judge.getByText('BPP2-E')).toHaveCount(0);
    await judge.getByRole('button', { name: 'Accept' }).click();
    await expect(judge.getByText('You have accepted. Thank you!')).toBeVisible();
    await secretary.goto(`/en/judging/${scheme}/panel`);
    await secretary.getByRole('button', { name: 'Open the round' }).click();
  });

  await test.step('nothing opens before everything is declared; an unsure says why', async () => {
    await enter(judge, 'judge1');
    await setClock(secretary, '2001-10-02T19:00');
    for (const [who, persona] of [[secretary, 'secretary'], [judge, 'judge1'], [chair, 'chair'], [approver, 'secretary2']] as const) await enter(who, persona);
    expect((await judge.goto(`/en/judging/${scheme}/BPP2-E02`))!.status()).toBe(403);
    await expect(judge.getByText('Declare first on')).toBeVisible();
    await judge.goto(`/en/judging/${scheme}`);
    await expectAccessible(judge);
    for (const code of codes.slice(1)) await judge.locator(`[name="declarations[${code}][stance]"][value=${code === 'BPP2-E12' ? 'unsure' : 'none'}]`).check();
    const save = judge.getByRole('button', { name: 'Save my declarations' });
    expect(await sending(judge, 'awards/declare', () => save.click())).toBe(422);
    await judge.locator('[name="declarations[BPP2-E12][note]"]').fill('A cousin works there.');
    await save.click();
    await expect(judge.locator('.notice').first()).toHaveText('Your declarations have been saved. Thank you.');
    for (const persona of judges.filter((it) => it !== 'judge1')) {
      const page = persona === 'chair' ? chair : await visitor(persona);
      const none = Object.fromEntries(codes.map((code) => [`declarations[${code}][stance]`, 'none']));
      expect((await post(page, 'declare', { scheme, ...none })).status, persona).toBe(200);
    }
    await chair.goto(`/en/judging/${scheme}/panel`);
    await expect(chair.getByText('A cousin works there.')).toBeVisible();
    await chair.getByLabel('Ruling').selectOption({ label: 'May judge' });
    await chair.getByRole('button', { name: 'Rule', exact: true }).click();
  });

  await test.step('assigned by a preview, and scoring begins', async () => {
    await setClock(secretary, '2001-10-08T09:30');
    for (const [who, persona] of [[secretary, 'secretary'], [judge, 'judge1'], [chair, 'chair'], [approver, 'secretary2']] as const) await enter(who, persona);
    await secretary.goto(`/en/judging/${scheme}/panel`);
    await secretary.getByRole('button', { name: 'Preview' }).click();
    await secretary.getByRole('button', { name: /^Assign 143 readings/ }).click();
    await secretary.getByRole('button', { name: 'Begin scoring' }).click();
    await expect(secretary.locator('.notice').first()).toContainText('The judges can score now');
  });

  await test.step('behind a wall nothing opens; elsewhere all gaps are told at once', async () => {
    expect((await judge.goto(`/en/judging/${scheme}/BPP2-E01`))!.status()).toBe(403);
    await expect(judge.getByText('You serve in or advise AFCD')).toBeVisible();
    expect((await post(judge, 'score', sheet('BPP2-DES', 'BPP2-E01'))).status).toBe(403);
    await judge.goto(`/en/judging/${scheme}/BPP2-E02`);
    await expectAccessible(judge);
    const card = judge.locator('section.card', { has: judge.getByRole('heading', { name: 'Best Content Grand Award' }) });
    await card.getByLabel('Relevance to customers').fill('9');
    expect(await sending(judge, 'awards/submit-sheet', () => card.getByRole('button', { name: 'Submit' }).click())).toBe(422);
    for (const words of ['Give a score for “Measurable standards”', 'Give a score for “Redress and feedback”', 'Add a comment']) {
      await expect(judge.locator('#errors')).toContainText(words);
    }
    for (const bad of ['10.5', '7.3', 'ten']) {
      const { status, words } = await post(judge, 'score', { ...sheet('BPP2-CON', 'BPP2-E02'), version: '2', 'scores[relevance]': bad });
      expect([status, words.includes('is not a score')], bad).toEqual([422, true]);
    }
    for (const key of criteria['BPP2-CON']) await card.locator(`[name="scores[${key}]"]`).fill('8');
    await card.getByLabel('Comment').fill('Clear from two metres away.');
    await card.getByRole('button', { name: 'Submit' }).click();
    await expect(card.getByText('Submitted', { exact: true })).toBeVisible();
    await expect(card.locator('input[type=number]'), 'it is locked').toHaveCount(0);
    await judge.goto(`/en/judging/${scheme}`);
    await expect(judge.getByText('1 of 46 score sheets submitted')).toBeVisible();
    await judge.goto(`/en/judging/${scheme}/table`);
    await expect(judge.getByText('The scores are not locked yet')).toBeVisible();
  });

  await test.step('the chair gives a sheet back with a reason, and everybody submits', async () => {
    await chair.goto(`/en/judging/${scheme}/panel`);
    const form = await unfold(chair, 'Return a score sheet');
    await form.getByLabel('Judge').selectOption({ label: 'YIP Hin-wah' });
    await form.getByLabel('Entry').selectOption({ value: 'BPP2-E02' });
    await form.getByLabel('Award').selectOption({ label: 'Best Content Grand Award' });
    expect(await sending(chair, 'awards/return-sheet', () => form.getByRole('button', { name: 'Return the sheet' }).click())).toBe(422);
    const again = await unfold(chair, 'Return a score sheet');
    await again.getByLabel('Reason').fill('The comment speaks of another entry.');
    await again.getByRole('button', { name: 'Return the sheet' }).click();
    await judge.goto(`/en/judging/${scheme}/BPP2-E02`);
    await expect(judge.getByText('The comment speaks of another entry.')).toBeVisible();
    for (const persona of judges) {
      const page = persona === 'judge1' ? judge : persona === 'chair' ? chair : await visitor(persona);
      for (const code of codes) {
        if (persona === 'judge1' && code === 'BPP2-E01') continue;
        for (const award of Object.keys(criteria) as (keyof typeof criteria)[]) {
          const back = persona === 'judge1' && code === 'BPP2-E02' && award === 'BPP2-CON';
          const version = back ? await judge.locator('[name=award][value=BPP2-CON]').locator('xpath=..').locator('[name=version]').inputValue() : '1';
          const { status, words } = await post(page, 'submit-sheet', sheet(award, code, version));
          expect(status, `${persona} ${code} ${award}: ${words}`).toBe(200);
        }
      }
    }
  });

  await test.step('locked, the table lies open with what the public voted', async () => {
    // The votes come from the ballots of eight stops: counted by one, certified by another, typed by nobody.
    const poll = async (page: Page, act: string) =>
      (await page.request.post(`/api/voting/${act}`, { form: { scheme }, headers: { accept: 'application/json' } })).status();
    expect((await post(secretary, 'enter-votes', { scheme })).status).toBe(409);
    expect(await poll(approver, 'certify'), 'not before it is counted').toBe(409);
    expect(await poll(secretary, 'count')).toBe(200);
    expect(await poll(secretary, 'certify'), 'another person certifies').toBe(403);
    await approver.goto(`/en/voting/${scheme}/count`);
    await expectAccessible(approver);
    await approver.locator('form[action="/api/voting/certify"] button').click();
    await expect(approver).toHaveURL(/done=certified/);
    await chair.goto(`/en/judging/${scheme}/panel`);
    await chair.getByRole('button', { name: 'Lock the scores' }).click();
    await expect(chair).toHaveURL(/\/table\?done=locked/);
    await expectAccessible(chair);
    const content = chair.locator('section', { has: chair.getByRole('heading', { name: 'Best Content Grand Award' }) }).first();
    await expect(content.locator('tbody tr').first()).toContainText('BPP2-E02');
    await judge.goto(`/en/judging/${scheme}/table`);
    await expect(judge.getByText('The panel’s table').last()).toBeVisible();
  });

  await test.step('the decision follows the ranking or says why; another approves it', async () => {
    await chair.goto(`/en/judging/${scheme}/table`);
    await chair.getByRole('button', { name: 'Begin the deliberation' }).click();
    const first = chair.locator('[name="decisions[BPP2-CON][BPP2-E02][placing]"]');
    const second = chair.locator('[name="decisions[BPP2-CON][BPP2-E03][placing]"]');
    await expect(first).toHaveValue('winner');
    await first.selectOption('merit');
    await second.selectOption('winner');
    expect(await sending(chair, 'awards/decide', () => chair.getByRole('button', { name: 'Record the decision' }).click())).toBe(422);
    await expect(chair.locator('#errors')).toContainText('departs from the ranking');
    await chair.goto(`/en/judging/${scheme}/table`);
    await chair.getByRole('button', { name: 'Record the decision' }).click();
    expect((await post(chair, 'approve', { scheme })).status).toBe(403);
    expect((await post(secretary, 'approve', { scheme })).words).toContain('You set up this scheme');
    expect((await post(secretary, 'announce', { scheme })).status, 'not before it is approved').toBe(409);
    await approver.goto(`/en/judging/${scheme}/table`);
    await approver.getByRole('button', { name: 'Approve the decision' }).click();
    await expect(approver.locator('.notice').first()).toContainText('The decision has been approved');
  });

  await test.step('until its hour nobody outside knows; then everybody does, in three languages', async () => {
    expect((await stranger.goto(`/en/awards/${scheme}/results`))!.status()).toBe(404);
    await stranger.goto('/en/entries/BPP2-E02');
    await expect(stranger.locator('.chip').first()).toHaveText('On display');
    await setClock(secretary, '2001-12-14T10:00');
    await expect(async () => {
      expect((await stranger.request.get(`/en/awards/${scheme}/results`)).status()).toBe(200);
    }).toPass({ timeout: 15_000 });
    for (const [at, winner] of [['en', 'Winner'], ['tc', '得獎'], ['sc', '得奖']]) {
      await stranger.goto(`/${at}/awards/${scheme}/results`);
      await expect(stranger.getByText(winner, { exact: true }).first()).toBeVisible();
    }
    await stranger.goto(`/en/awards/${scheme}/results`);
    await expectAccessible(stranger);
    await expect(stranger.locator('[data-placed]', { hasText: 'What happens after you report an unsafe sign' })).toBeVisible();
    const paper = await stranger.request.get(`/en/awards/${scheme}/citation/BPP2-E02`);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const calendar = await (await stranger.request.get(`/en/awards/${scheme}/results/calendar`)).text();
    expect(calendar).toContain('DTSTART');
  });
});
