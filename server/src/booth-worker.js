// Lets a kiosk open when no server answers, also after the machine was restarted. What it needs was put into the cache by the
// kiosk's own script (app/src/voting/booth.js), as one piece; here it is only handed out. Nothing else of this site is touched.
const patience = 3000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

// The network first; the kept page when it says nothing in time, or the server behind it is broken.
const page = async request => {
  const kept = await caches.match(request, { ignoreSearch: true })
  const asked = fetch(request)
  if (!kept) return asked
  const late = new Promise(done => setTimeout(done, patience))
  const answer = await Promise.race([asked.catch(() => undefined), late])
  return answer && answer.status < 500 ? answer : kept
}

self.addEventListener('fetch', event => {
  const { request } = event, { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && /^\/(en|tc|sc)\/kiosk\//.test(pathname)) event.respondWith(page(request))
  else if (pathname.startsWith('/pkg/')) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)))
})
