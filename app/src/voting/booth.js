// The journal of a kiosk: ballots sealed to the election's key, chained, kept on this machine until the server's signature says
// that it has them. The island (islands.rs) shows; this keeps, sends and tells, and goes on when the line is cut.
//
//   sealed  hex(ephemeral X25519 public 32 ‖ iv 12 ‖ AES-256-GCM of the ballot, padded with spaces); the key is HKDF-SHA-256 of
//           the shared secret, salt = ephemeral public ‖ box public, info = "accolade ballot";
//           additional data = scheme, stop, seq, prev, one a line
//   chain   hash = hex(SHA-256(prev, seq, sealed, one a line)); before the first stand 64 zeros
//
// What a voter chose is in the clear only while it is in the hands of keep().
const { subtle } = crypto, bytes = text => new TextEncoder().encode(text)
const hex = it => [...new Uint8Array(it)].map(b => b.toString(16).padStart(2, '0')).join('')
const unhex = text => Uint8Array.from(text.match(/../g) ?? [], it => parseInt(it, 16))
const random = n => crypto.getRandomValues(new Uint8Array(n))
const first = '0'.repeat(64), patience = 8000, block = 512

const loaded = Date.now(), stale = 4 * 3600e3

let place, name, ready, db, box, sign, channel, hear = () => {}
let up = navigator.onLine, busy = null, waiting = 0

// To the island, in one line: what, and its parts.
const tell = (...parts) => hear(parts.join('␟'))
const told = (...parts) => { tell(...parts); channel.postMessage(parts) }

// One transaction: what `work` asked for, once it is on the disk and not only on its way.
const journal = async (mode, work) => {
  await ready
  return new Promise((done, fail) => {
    const tx = db.transaction(['entry', 'head'], mode, { durability: 'strict' })
    const asked = work(tx.objectStore('entry'), tx.objectStore('head'))
    tx.oncomplete = () => done(asked?.result)
    tx.onabort = () => fail(tx.error)
  })
}

const open = () => new Promise((done, fail) => {
  const asked = indexedDB.open(name, 1)
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('entry', { keyPath: 'seq' }).createIndex('held', 'held')
    asked.result.createObjectStore('head')
  }
  asked.onsuccess = () => done(asked.result)
  asked.onerror = () => fail(asked.error)
})

const count = async () => {
  let all, held
  await journal('readonly', entry => { all = entry.count(); held = entry.index('held').count() })
  waiting = all.result - held.result
  tell('line', up, waiting, held.result)
}

const seal = async (text, seq, prev) => {
  const pair = await subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])
  const mine = new Uint8Array(await subtle.exportKey('raw', pair.publicKey)), theirs = unhex(place.box_public)
  const shared = await subtle.deriveBits({ name: 'X25519', public: box }, pair.privateKey, 256)
  const how = { name: 'HKDF', hash: 'SHA-256', salt: Uint8Array.of(...mine, ...theirs), info: bytes('accolade ballot') }
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const key = await subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = random(12), additionalData = bytes([place.scheme, place.stop, seq, prev].join('\n'))
  // All ballots are of one length, or it would tell how much was chosen.
  const padded = bytes(text.padEnd(Math.ceil(text.length / block) * block))
  return hex(mine) + hex(iv) + hex(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, padded))
}

// Keeps a ballot; its number, once it is on the disk. Two tabs of one machine take turns.
const keep = text => navigator.locks.request(`${name} write`, async () => {
  const head = await journal('readonly', (_, head) => head.get(0)) ?? { seq: 0, hash: first }
  const seq = head.seq + 1, prev = head.hash, sealed = await seal(text, seq, prev)
  const hash = hex(await subtle.digest('SHA-256', bytes([prev, seq, sealed].join('\n'))))
  await journal('readwrite', (entry, head) => { entry.add({ seq, prev, sealed }); head.put({ seq, hash }, 0) })
  return seq
})

// An answer of the house is JSON; whatever else comes back (a hall's sign-in page, a proxy's regrets) is no line.
const post = async (act, fields, ms) => {
  const body = new URLSearchParams({ device: place.device, ...fields })
  const answer = await fetch(`/api/voting/${act}`, { method: 'POST', headers: { accept: 'application/json' }, body, signal: AbortSignal.timeout(ms) })
  if (answer.status >= 500) throw answer.status
  return { status: answer.status, ok: answer.ok, said: await answer.json() }
}

// The server's word counts with its signature, on a text that names this poll and this receipt.
const genuine = async ({ text, signature, receipt }) => {
  const [, scheme, named] = text.split('\n')
  return scheme === place.scheme && named === receipt && await subtle.verify('Ed25519', sign, unhex(signature), bytes(text))
}

// Sends what is kept, oldest first, until the line fails. What is refused for good stays too, is marked, and lets the next pass.
const send = again => navigator.locks.request(`${name} send`, async () => {
  for (let last = 0, next; ; last = next.seq) {
    [next] = await journal('readonly', entry => entry.getAll(IDBKeyRange.lowerBound(last, true), 1))
    if (!next) break
    if (next.held && !again) continue
    const { seq, prev, sealed } = next
    const { status, ok, said } = await post('deposit', { seq, prev, sealed }, patience)
    if ([408, 425, 429].includes(status)) throw status
    up = true
    if (ok && await genuine(said).catch(() => false)) {
      await journal('readwrite', entry => { entry.delete(seq) })
      const qr = said.qr ? `data:image/svg+xml,${encodeURIComponent(said.qr)}` : ''
      told('answered', seq, said.state, said.receipt, qr)
    } else await journal('readwrite', entry => { entry.put({ ...next, held: 1 }) })
    await count()
  }
  up = true
})
const flush = again => busy ??= send(again).catch(() => { up = false }).then(count).finally(() => { busy = null; channel.postMessage(0) })

const beat = () => {
  if (waiting) flush()
  // A machine that was left on overnight has yesterday's page; nobody stands at it now.
  else if (up && field()?.value === '' && Date.now() - loaded > stale) fetch(location.pathname, { cache: 'no-store' }).then(it => it.ok && location.reload(), () => {})
  else if (!up) fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) }).then(it => { up = it.ok }, () => {}).then(count)
}

const check = async (code, lang) => {
  try {
    // The language of the answer is that of the page to come back to.
    const { ok, said } = await post('check', { code, back: `/${lang}/kiosk/${place.device}` }, 3000)
    up = true
    if (ok && said?.ok !== false) return { ok: true }
    return { ok: false, words: said.words ?? said.complaints.map(it => it.text).join(' ') }
  } catch {
    up = false
    return { offline: true }
  } finally {
    count().catch(() => {})
  }
}

// Puts this page and what it needs where the worker finds it: all of it, or what was there stays.
const stock = async () => {
  await navigator.serviceWorker.register('/booth-worker.js')
  const page = await fetch(location.pathname), kept = await caches.open(name)
  if (!page.ok) return
  const names = [...new Set((await page.clone().text()).match(/\/pkg\/[\w.]+/g))]
  await kept.addAll(names)
  await kept.put(location.pathname, page)
  for (const it of await kept.keys()) if (![...names, location.pathname].includes(new URL(it.url).pathname)) await kept.delete(it)
}

const start = async (device, scheme, stop, box_public, sign_public, listener) => {
  place = { device, scheme, stop, box_public, sign_public }
  name = `booth ${place.device}`
  hear = listener
  channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }) => data ? tell(...data) : count().catch(() => {})
  let last = Date.now()
  setInterval(() => {
    // A machine that slept has been idle all the while.
    const seconds = Math.round((Date.now() - last) / 1000)
    last = Date.now()
    if (seconds > 0) tell('tick', Math.min(seconds, 3600))
  }, 1000)
  for (const it of ['pointerdown', 'keydown']) addEventListener(it, () => tell('touch'))
  // A kiosk that could not keep or check anything says so before anybody votes.
  ready = (async () => {
    db = await open()
    box = await subtle.importKey('raw', unhex(place.box_public), { name: 'X25519' }, false, [])
    sign = await subtle.importKey('raw', unhex(place.sign_public), 'Ed25519', false, ['verify'])
    await seal('', 0, first)
  })()
  try {
    await ready
  } catch {
    return tell('broken')
  }
  navigator.storage?.persist?.()
  addEventListener('online', () => flush())
  addEventListener('offline', () => { up = false; count() })
  setInterval(beat, 3000)
  stock().catch(() => {})
  flush(true)
}

// A scanner types wherever the focus happens to be; on the first screen all of it goes to the field.
const field = () => document.querySelector('.kiosk input[name=code]')
addEventListener('keydown', event => {
  if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) field()?.focus()
}, true)
addEventListener('click', event => event.detail && field()?.focus())

globalThis.booth = {
  start, keep, check,
  // The same for the island: it is told what came of it.
  asked: (key, code, lang) => check(code, lang).then(it => tell('checked', key, it.ok ? 'fine' : it.offline ? 'offline' : 'no', it.words)),
  cast: (key, text) => keep(text).then(seq => { tell('kept', key, seq); waiting++; flush() }, () => tell('not kept', key)),
  given: () => document.getElementById('given').value,
  // A key and a seed below 2^53.
  chance: () => `${hex(random(16))} ${new DataView(random(8).buffer).getBigUint64(0) >> 11n}`,
  // Every screen begins at its beginning.
  look: () => requestAnimationFrame(() => {
    document.querySelector('.kiosk__cards')?.scrollTo(0, 0)
    ;(field() ?? document.querySelector('.kiosk h1'))?.focus()
  }),
}
