// The server, which knows this page by the secret in its path.
export const base = new URL("../", import.meta.url)

const address = (path, query = {}) => {
  const url = new URL(path, base)
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
  return url
}
export const addressOf = (path, query) => address(path, query).href
export const ask = (path, query, options) => fetch(address(path, query), options)
export const askJson = async (path, query, options) => (await ask(path, query, options)).json()

// Calls `tell` with each piece of news, and with null while the server cannot be reached. Hidden windows hold no connection, of
// which a browser has six for each server. Returns what ends it.
export function listen(query, tell) {
  let source = null
  const open = () => {
    if (document.hidden || source) return
    source = new EventSource(address("events", query()))
    source.onmessage = event => tell(JSON.parse(event.data))
    source.onerror = () => tell(null)
  }
  const close = () => { source?.close(); source = null }
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open())
  addEventListener("pagehide", close)
  open()
  return () => { close(); open() }
}
