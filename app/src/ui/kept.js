// Keeps what is typed into a form: at once in this browser, a moment later on the server; and counts while a text grows.
// A page without it has an ordinary form with a button. Written by hand because it is a hundredth of the islands' size, and
// the people who need it most are on a bad line. Counting follows app/src/base/count.rs; end2end holds the two together.
const han = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}〇々]/u
const wide = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}〇々\u3001-\u30FF\uFE30-\uFE4F\uFF01-\uFFEE—…‘-‟]/u
const unseen = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u200B-\u200D\u2060\uFEFF]/gu
const measures = {
  words: text => text.split(/\s+/u).reduce((n, token) =>
    n + [...token].filter(c => han.test(c)).length + token.split(new RegExp(han, 'gu')).filter(part => /[\p{L}\p{N}]/u.test(part)).length, 0),
  characters: text => {
    let n = 0, inRun = false
    for (const c of text.replace(unseen, '')) {
      const alone = wide.test(c), space = /\s/u.test(c)
      if (alone || (!inRun && !space)) n++
      inRun = !alone && !space
    }
    return n
  },
}

for (const root of document.querySelectorAll('[data-kept]')) {
  const { kept: name, next, saving, offline, restored } = root.dataset
  const form = root.querySelector('form'), line = root.querySelector('[role=status]'), key = `kept-${name}`
  const filled = () => new URLSearchParams(new FormData(form)).toString()
  const say = (state, words) => { line.dataset.state = state; line.textContent = words }
  const count = () => root.querySelectorAll('[data-counts]').forEach(it => {
    const n = measures[it.dataset.counts](form.elements[it.dataset.for].value)
    it.textContent = it.dataset.words.replace('%n', n)
    it.toggleAttribute('data-over', n > it.dataset.limit)
  })
  let unsent = false, busy = null
  const typed = () => {
    count()
    unsent = true
    localStorage.setItem(key, filled())
    say('saving', saving)
  }

  // What the fields hold now goes into those that nobody has touched since it was sent.
  const take = (saved, before) => {
    for (const [field, now] of saved.fields) {
      const it = form.elements[field]
      if (it && it.value === (before.get(field) ?? '') && it.value !== now) it.value = now
    }
    count()
  }
  const send = async () => {
    const body = new URLSearchParams(filled())
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', headers: { accept: 'application/json' }, body })
    const said = await answer.json()
    if (answer.ok) {
      const untouched = filled() === body.toString()
      take(said, body)
      if (!untouched) return typed()
      unsent = false
      localStorage.removeItem(key)
      say('saved', said.words)
    } else if (answer.status < 500 && answer.status !== 429) {
      // No for good: the words stay, and why is told, until something else is typed.
      unsent = false
      say('refused', said.complaints.map(it => it.text).join(' '))
    } else throw answer.status
  }
  const flush = () => busy ??= send().catch(() => say('offline', offline)).finally(() => { busy = null })
  const beat = () => unsent && flush()

  const last = localStorage.getItem(key)
  // The answer to a refused form shows what was typed itself.
  if (last && last !== filled() && !location.pathname.startsWith('/api/')) {
    const words = new URLSearchParams(last)
    for (const it of form.elements) {
      if (!it.name) continue
      if (it.type === 'checkbox' || it.type === 'radio') it.checked = words.getAll(it.name).includes(it.value)
      else if (words.has(it.name)) it.value = words.get(it.name)
    }
    unsent = true
    say('saving', restored)
  }
  count()
  form.addEventListener('input', typed)
  // The button waits for what is on its way, then sends the rest; the page only goes on once all of it is kept.
  let leaving = false
  form.addEventListener('submit', async event => {
    if (leaving) return
    const { submitter } = event
    event.preventDefault()
    await busy
    unsent = true
    await flush()
    const { state } = line.dataset
    if (state === 'offline') return
    // Another button of the form, or a no that its page explains best: the form goes as forms go.
    leaving = state === 'refused' || !!submitter?.hasAttribute('formaction')
    if (leaving) form.requestSubmit(submitter)
    else if (state === 'saved') location.assign(next)
  })
  addEventListener('online', beat)
  setInterval(beat, 2000)
  root.dataset.alive = ''
}
