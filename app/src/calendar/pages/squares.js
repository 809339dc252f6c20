// In the squares of a week or a month, the arrow keys go from day to day, and over the edge to the next page.
const days = [...document.querySelectorAll('td[data-day]')]
const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
document.addEventListener('keydown', event => {
  const by = step[event.key], at = days.indexOf(event.target.closest?.('td[data-day]'))
  if (!by || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const next = days[at + by]
  if (next) next.querySelector('a').focus()
  else document.querySelector(`a[rel=${by < 0 ? 'prev' : 'next'}]`)?.click()
})
