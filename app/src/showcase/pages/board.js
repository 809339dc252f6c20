// The board under the hand: a session is taken up by pointer or by space, its possible places show, and it is put down again.
// What is drawn always comes from the server: after every change the page is fetched anew and the board exchanged.
const board = () => document.querySelector('.board')
const live = document.querySelector('[data-board-says]')
const words = live.dataset
const say = text => { live.textContent = ''; requestAnimationFrame(() => { live.textContent = text }) }
const clock = minute => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const ask = async (act, fields) => {
  const answer = await fetch(`/api/showcase/${act}`, { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(fields) }).catch(() => null)
  const body = await answer?.json().catch(() => null)
  if (answer?.ok) return body ?? true
  say(body?.complaints?.map(it => it.text).join(' ') || words.offline)
  return null
}

// Everything that can change is marked; the same marks of a fresh page take their place. What has the focus keeps it.
const refresh = async () => {
  const fresh = await fetch(location.href).then(it => it.text()).catch(() => null)
  if (!fresh || taken) return
  const page = new DOMParser().parseFromString(fresh, 'text/html')
  const focus = document.activeElement?.closest?.('[data-slot]')?.dataset.slot
  const old = [...document.querySelectorAll('[data-live]')], now = [...page.querySelectorAll('[data-live]')]
  if (old.length !== now.length) return location.reload()
  const { scrollLeft, scrollTop } = board() ?? {}
  old.forEach((it, i) => now[i] && it.replaceWith(document.adoptNode(now[i])))
  if (board()) Object.assign(board(), { scrollLeft, scrollTop })
  if (focus) document.querySelector(`[data-slot="${focus}"]`)?.focus({ preventScroll: true })
}

// --- what is in the hand -----------------------------------------------------------------------------------------------

let taken = null

// Where the columns and rows are, within the scrolled table.
const measure = () => {
  const table = board().querySelector('table'), body = table.tBodies[0], at = table.getBoundingClientRect()
  const rows = [...body.rows], box = body.getBoundingClientRect()
  return {
    columns: [...table.tHead.querySelectorAll('[data-venue]')].map(it => {
      const { left, width } = it.getBoundingClientRect()
      return { venue: it.dataset.venue, name: it.querySelector('a').textContent, left: left - at.left, width }
    }),
    first: +rows[0].dataset.minute, top: box.top - at.top, row: box.height / rows.length, rows: rows.length,
  }
}

const take = async card => {
  if (taken || card.closest('[data-locked]')) return card.closest('[data-locked]') && say(words.locked)
  const [activity, session] = card.dataset.slot.split('/')
  const grid = measure(), { day } = board().dataset
  const cell = card.closest('td'), minute = cell ? +cell.closest('tr').dataset.minute : grid.first
  const ghost = Object.assign(document.createElement('div'), { className: 'board__ghost' })
  ghost.append(document.createElement('b'), document.createElement('span'))
  ghost.firstChild.textContent = card.querySelector('b').textContent
  const here = cell ? Math.max(0, grid.columns.findLastIndex(it => it.left <= cell.getBoundingClientRect().left - board().querySelector('table').getBoundingClientRect().left + 1)) : 0
  taken = { card, activity, session, version: card.dataset.version, rows: +card.dataset.rows, grid, day, ghost, column: here, minute, runs: null, shades: [] }
  board().querySelector('table').append(ghost)
  card.dataset.taken = ''
  show()
  say(words.taken)
  const mine = taken
  const runs = await ask('places', { activity, session, day, venues: grid.columns.map(it => it.venue).join(';') })
  if (taken !== mine || !Array.isArray(runs)) return
  taken.runs = runs
  // Where it cannot begin is grey while it is in the hand.
  for (const run of runs.filter(it => it.why)) {
    const column = grid.columns.find(it => it.venue === run.venue)
    const from = Math.max(run.from, grid.first), to = Math.min(run.to + 15, grid.first + grid.rows * 15)
    if (to <= from) continue
    const shade = Object.assign(document.createElement('div'), { className: 'board__shade' })
    Object.assign(shade.style, { left: `${column.left}px`, width: `${column.width}px`, top: `${grid.top + (from - grid.first) / 15 * grid.row}px`, height: `${(to - from) / 15 * grid.row}px` })
    taken.shades.push(shade)
  }
  board().querySelector('table').append(...taken.shades)
  show()
}

const reason = () => {
  const { runs, grid, column, minute } = taken
  if (!runs) return words.looking
  const run = runs.find(it => it.venue === grid.columns[column].venue && it.from <= minute && minute <= it.to)
  return run ? run.why : words.shut
}

// Moves the ghost without the page being laid out anew.
const show = (aloud = false) => {
  const { ghost, grid, column, minute, rows } = taken, at = grid.columns[column], why = reason()
  ghost.style.width = `${at.width}px`
  ghost.style.height = `${rows * grid.row}px`
  ghost.style.transform = `translate(${at.left}px,${grid.top + (minute - grid.first) / 15 * grid.row}px)`
  ghost.dataset.state = why ? 'no' : 'yes'
  const text = `${clock(minute)} · ${why || words.fits}`
  if (ghost.lastChild.textContent !== text) ghost.lastChild.textContent = text
  if (aloud) {
    say(`${at.name}, ${text}`)
    ghost.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
}

const leave = () => {
  taken.ghost.remove()
  taken.shades.forEach(it => it.remove())
  delete taken.card.dataset.taken
  taken = null
}

const put = async () => {
  const { activity, session, version, day, grid, column, minute } = taken
  leave()
  if (await ask('place', { activity, session, version, day, venue: grid.columns[column].venue, time: clock(minute) })) {
    say(`${words.put} ${grid.columns[column].name}, ${clock(minute)}`)
  }
  await refresh()
}

const to = (column, minute) => {
  const { grid } = taken
  taken.column = Math.min(Math.max(column, 0), grid.columns.length - 1)
  taken.minute = Math.min(Math.max(minute, grid.first), grid.first + (grid.rows - 1) * 15)
}

// --- pointer and keys --------------------------------------------------------------------------------------------------

let press = null, frame = 0, dropped = false
document.addEventListener('pointerdown', event => {
  const card = event.target.closest?.('[data-slot]')
  if (card && board() && event.button === 0 && event.pointerType !== 'touch' && !taken) press = { card, x: event.clientX, y: event.clientY, drag: false }
})
document.addEventListener('pointermove', event => {
  if (!press) return
  if (!press.drag && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 6) {
    press.drag = true
    const box = press.card.getBoundingClientRect()
    press.grip = press.card.closest('.board') ? press.y - box.top : 0
    take(press.card)
  }
  if (!press.drag || !taken) return
  event.preventDefault()
  press.now = event
  frame ||= requestAnimationFrame(() => {
    frame = 0
    if (!taken || !press?.now) return
    const at = board().querySelector('table').getBoundingClientRect(), { grid } = taken
    const x = press.now.clientX - at.left, y = press.now.clientY - press.grip - at.top
    to(Math.max(0, grid.columns.findLastIndex(it => it.left <= x)), grid.first + Math.round((y - grid.top) / grid.row) * 15)
    show()
  })
})
document.addEventListener('pointerup', event => {
  const dragged = press?.drag
  press = null
  if (!dragged || !taken) return
  dropped = true
  setTimeout(() => { dropped = false })
  const box = board().getBoundingClientRect()
  const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
  if (inside) put()
  else { leave(); say(words.back) }
})
document.addEventListener('pointercancel', () => { press = null; if (taken) leave() })
// A link that was dragged is not followed, and the browser's own dragging of links stays out of it.
document.addEventListener('dragstart', event => event.target.closest?.('[data-slot]') && event.preventDefault())
document.addEventListener('click', event => { if (event.target.closest?.('[data-slot]') && (dropped || taken)) event.preventDefault() }, true)

document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.target.closest('input,textarea')) {
    event.preventDefault()
    return ask('undo', { again: event.shiftKey ? 'yes' : '' }).then(done => done && (say(words.changed), refresh()))
  }
  if (!taken) {
    const card = event.target.closest?.('[data-slot]')
    if (card && board() && event.key === ' ') { event.preventDefault(); take(card) }
    return
  }
  const step = { ArrowUp: [0, -15], ArrowDown: [0, 15], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key]
  if (step) { to(taken.column + step[0], taken.minute + step[1]); show(true) }
  else if (event.key === 'Enter' || event.key === ' ') put()
  else if (event.key === 'Escape') { leave(); say(words.back) }
  else return
  event.preventDefault()
})

// --- others ------------------------------------------------------------------------------------------------------------

// What others change is seen within seconds, and who they are; and so is a plan in the making.
const look = async () => {
  if (document.hidden || taken) return
  const now = await fetch('/api/showcase/state', { method: 'POST', headers: { accept: 'application/json' } }).then(it => it.ok && it.json()).catch(() => null)
  if (!now || taken) return
  const { plan, version } = board()?.dataset ?? { plan: 0, version: 0 }
  const others = document.querySelector('[data-board-others]')
  if (others && others.textContent !== now.others) others.textContent = now.others
  const moved = +plan !== now.plan || +version !== now.version
  const bar = document.querySelector('[data-making] progress')
  if (now.making >= 0 && bar) bar.value = now.making
  if (moved || (now.making >= 0) !== !!bar) {
    await refresh()
    say(moved && now.last || words.changed)
  }
}
look()
setInterval(look, 3000)
