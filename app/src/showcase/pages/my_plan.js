// Remembers a visitor's plan in this browser: the address of the plan holds it, so that a link shared, printed or followed without
// script says the same. Sessions on the page of an activity are added to it or taken off.
const key = 'accolade-my-plan'
const kept = () => (localStorage.getItem(key) ?? '').split(',').filter(Boolean)
const keep = list => localStorage.setItem(key, [...new Set(list)].join(','))

const here = document.querySelector('[data-my-plan]')
if (here) {
  if (new URLSearchParams(location.search).has('sessions')) keep(here.dataset.myPlan.split(',').filter(Boolean))
  else if (kept().length) location.replace(`?sessions=${kept().join(',')}`)
}

for (const link of document.querySelectorAll('[data-pick]')) {
  const { pick, on, off } = link.dataset, words = link.firstElementChild
  const show = () => {
    const has = kept().includes(pick)
    words.textContent = has ? off : on
    link.setAttribute('aria-pressed', has)
  }
  link.setAttribute('role', 'button')
  link.addEventListener('click', event => {
    event.preventDefault()
    keep(kept().includes(pick) ? kept().filter(it => it !== pick) : [...kept(), pick])
    show()
  })
  // A button answers to the space bar.
  link.addEventListener('keydown', event => { if (event.key === ' ') { event.preventDefault(); link.click() } })
  show()
}
