// JSON as it is while one types: a tree with the place of every value, whatever is missing.
//   node: { kind: "object" | "array" | "string" | "word", start, end, entries?, value?, parent, key }
//   entry of an object or array: { key, keyStart, keyEnd, node }

const space = /[\s]*/y, word = /[^\s,\]}:"[{]+/y

function stringAt(text, start) {
  let end = start + 1
  while (end < text.length && text[end] !== '"' && text[end] !== "\n") end += text[end] === "\\" ? 2 : 1
  const closed = text[end] === '"'
  end = Math.min(end + (closed ? 1 : 0), text.length)
  let value = text.slice(start + 1, closed ? end - 1 : end)
  try { value = JSON.parse(`"${value}"`) } catch { /* as it stands */ }
  return { kind: "string", start, end, value }
}

export function parse(text) {
  let at = 0
  const skip = () => { space.lastIndex = at; space.exec(text); at = space.lastIndex }
  const value = (parent, key) => {
    let node
    if (text[at] === "{" || text[at] === "[") node = container(text[at] === "{" ? "object" : "array")
    else if (text[at] === '"') node = stringAt(text, at)
    else {
      word.lastIndex = at
      const found = word.exec(text)?.[0] ?? ""
      node = { kind: "word", start: at, end: at + found.length, value: found }
    }
    at = Math.max(at, node.end)
    return Object.assign(node, { parent, key })
  }
  const container = kind => {
    const node = { kind, start: at++, end: text.length, entries: [] }
    const close = kind === "object" ? "}" : "]"
    for (;;) {
      skip()
      if (at >= text.length) return node
      if (text[at] === close) { node.end = ++at; return node }
      if (text[at] === "}" || text[at] === "]") { node.end = at; return node }
      if (text[at] === "," || text[at] === ":") { at++; continue }
      node.entries.push(kind === "object" ? member(node) : { key: node.entries.length, node: value(node, node.entries.length) })
    }
  }
  const member = node => {
    const name = text[at] === '"' ? stringAt(text, at) : value(node, "")
    at = Math.max(name.end, at + (name.end === at ? 1 : 0))
    const entry = { key: name.value, keyStart: name.start, keyEnd: name.end, node: null }
    skip()
    if (text[at] !== ":") return entry
    at++
    skip()
    if (at < text.length && !",}]".includes(text[at])) entry.node = value(node, name.value)
    return entry
  }
  skip()
  return value(null, null)
}

// The node that a JSON Pointer (RFC 6901) names, or the nearest around it.
export function nodeAt(root, pointer) {
  let node = root
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~")
    const next = node.entries?.find(entry => String(entry.key) === key)?.node
    if (!next) break
    node = next
  }
  return node
}

export const get = (node, key) => node?.entries?.find(entry => entry.key === key)?.node ?? null

// Where the cursor is: in which container, and in or behind which key.
//   { node, entry, isKey }: isKey where a key is, or may begin
export function cursorAt(root, offset) {
  let node = root
  for (;;) {
    const entry = node.entries?.find(it => (it.keyStart ?? it.node?.start) <= offset && offset <= Math.max(it.keyEnd ?? 0, it.node?.end ?? 0))
    if (!entry) return { node, entry: lastBefore(node, offset), isKey: isKeyPlace(node, offset) }
    if (node.kind === "object" && offset <= entry.keyEnd) return { node, entry, isKey: true }
    if (!entry.node?.entries || offset <= entry.node.start || offset >= entry.node.end && closed(entry.node))
      return { node, entry, isKey: false }
    node = entry.node
  }
}
const closed = node => node.end > node.start + 1
const lastBefore = (node, offset) => node.entries?.filter(entry => (entry.keyEnd ?? entry.node?.end ?? 0) <= offset).at(-1) ?? null
const isKeyPlace = (node, offset) => {
  const last = lastBefore(node, offset)
  return node.kind === "object" && (!last || last.node !== null)
}
