// A button beside each address that copies it.
for (const code of document.querySelectorAll('[data-copy]')) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: code.dataset.copy })
  button.dataset.kind = 'plain'
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent)
    button.textContent = code.dataset.copied
  })
  code.after(' ', button)
}
