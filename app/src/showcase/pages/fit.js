// Says how many venues fit while the form is filled in, and which need is in the way. Without it the same is said after saving.
for (const line of document.querySelectorAll('[data-fit]')) {
  const form = line.closest('form')
  let due, latest = 0
  const ask = async () => {
    const mine = ++latest
    const request = { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(new FormData(form)) }
    const answer = await fetch(line.dataset.fit, request).catch(() => null)
    if (!answer?.ok) return
    const said = await answer.json()
    // An older answer that comes late says nothing any more.
    if (mine !== latest) return
    line.dataset.kind = said.kind
    line.firstElementChild.textContent = said.words
  }
  form.addEventListener('input', () => { clearTimeout(due); due = setTimeout(ask, 200) })
}
