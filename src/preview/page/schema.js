// What the JSON Schema of specs knows of a place: the properties an object may have, and the values of each.
import { cursorAt, get, nodeAt, parse } from "./tree.js"

const resolve = (schema, root) => {
  let found = schema
  for (let steps = 0; found?.$ref && steps < 9; steps++)
    found = found.$ref.split("/").slice(1).reduce((at, key) => at?.[key.replaceAll("~1", "/")], root)
  return found
}

// Whether the condition of an `if` holds for a node, which may be half written.
function holds(condition, node) {
  if (condition.anyOf && !condition.anyOf.some(one => holds(one, node))) return false
  if (condition.type === "object" && node?.kind !== "object") return false
  if (condition.required && !condition.required.every(key => node?.entries?.some(entry => entry.key === key))) return false
  return Object.entries(condition.properties ?? {}).every(([key, value]) => {
    const found = get(node, key)
    return value.const === undefined || found?.value === value.const
  })
}

// All parts of a schema that count for a node, references followed.
function* parts(schema, node, root, depth = 0) {
  const part = resolve(schema, root)
  if (!part || typeof part !== "object" || depth > 12) return
  yield part
  for (const one of [...(part.allOf ?? []), ...(part.anyOf ?? []), ...(part.oneOf ?? [])]) yield* parts(one, node, root, depth + 1)
  const branch = part.if && (holds(part.if, node) ? part.then : part.else)
  if (branch) yield* parts(branch, node, root, depth + 1)
}

function* childSchemas(schemas, parent, key, root) {
  for (const schema of schemas)
    for (const part of parts(schema, parent, root)) {
      if (parent.kind === "array" && part.items) yield part.items
      if (parent.kind !== "object") continue
      if (part.properties?.[key]) yield part.properties[key]
      else if (typeof part.additionalProperties === "object") yield part.additionalProperties
    }
}

function schemasOf(node, root) {
  if (!node.parent) return [root]
  return [...childSchemas(schemasOf(node.parent, root), node.parent, node.key, root)]
}

const first = (list, name) => list.map(part => part[name]).find(value => value !== undefined)

function describe(schema, root) {
  const all = [...parts(schema, null, root)]
  return { doc: first(all, "description") ?? "", initial: first(all, "default"), all }
}

function keysOf(node, root) {
  const found = new Map()
  for (const schema of schemasOf(node, root))
    for (const part of parts(schema, node, root))
      for (const [key, value] of Object.entries(part.properties ?? {}))
        if (!found.has(key) && typeof value === "object") found.set(key, { schema: value, isRequired: false })
        else if (found.has(key) && found.get(key).schema.const !== undefined) found.set(key, { schema: value, isRequired: false })
  for (const schema of schemasOf(node, root))
    for (const part of parts(schema, node, root))
      for (const key of part.required ?? []) if (found.has(key)) found.get(key).isRequired = true
  return found
}

// How a value of this schema begins.
function opening(all) {
  const types = all.flatMap(part => part.type ?? [])
  if (types.includes("object") && !types.includes("string")) return "{}"
  if (types.includes("array") && !types.includes("string")) return "[]"
  if (types.includes("boolean") && types.length === 1) return "true"
  if (types.includes("string") || all.some(part => typeof part.const === "string" || part.enum)) return '""'
  return ""
}

function valuesOf(schemas, node, root) {
  const found = new Map()
  for (const schema of schemas)
    for (const part of parts(schema, node, root)) {
      if (part.const !== undefined) found.set(part.const, part.description ?? "")
      for (const value of part.enum ?? []) if (!found.has(value)) found.set(value, "")
      if (part.type === "boolean") for (const value of [true, false]) found.set(value, "")
    }
  return found
}

// The completions at an offset: { from, to, options: [{ label, apply, detail, info, caret }] }; `caret` counts back from the end. null: none.
// `catalogs` gives the entries of properties whose values the schema does not list, such as icons, when they are wanted.
export async function complete(text, offset, root, catalogs) {
  const tree = parse(text)
  const { node, entry, isKey } = cursorAt(tree, offset)
  if (node.kind !== "object" && node.kind !== "array") return null
  if (isKey) return completeKeys(text, offset, node, entry, root)
  const parent = node, key = node.kind === "array" ? 0 : entry?.key
  if (key === undefined) return null
  const value = entry?.node && entry.node.start <= offset && offset <= entry.node.end ? entry.node : null
  if (value?.entries) return null
  const schemas = [...childSchemas(schemasOf(parent, root), parent, key, root)]
  const values = valuesOf(schemas, null, root)
  if (Object.hasOwn(catalogs, key)) for (const entry of await catalogs[key]()) values.set(entry.name, entry.doc)
  const options = [...values].map(([word, doc]) => ({ label: String(word), apply: JSON.stringify(word), detail: doc, caret: 0 }))
  if (!options.length) return null
  return { from: value ? value.start : offset, to: value ? value.end : offset, options }
}

function completeKeys(text, offset, node, entry, root) {
  const inKey = entry && entry.keyStart <= offset && offset <= entry.keyEnd
  const used = new Set(node.entries.filter(it => !(inKey && it === entry)).map(it => it.key))
  const hasValue = inKey && entry.node !== null
  const options = []
  for (const [key, { schema, isRequired }] of keysOf(node, root)) {
    if (used.has(key)) continue
    const { doc, all } = describe(schema, root)
    const value = hasValue ? "" : opening(all)
    options.push({
      label: key, detail: doc, isRequired, apply: JSON.stringify(key) + (hasValue ? "" : `: ${value}`),
      caret: /^(""|\{\}|\[\])$/.test(value) ? 1 : 0,
    })
  }
  if (!options.length) return null
  return { from: inKey ? entry.keyStart : offset, to: inKey ? entry.keyEnd : offset, options }
}

// What the schema says of the key at an offset: { from, to, key, doc, initial }; null: nothing.
export function explain(text, offset, root) {
  const { node, entry, isKey } = cursorAt(parse(text), offset)
  if (!isKey || !entry || node.kind !== "object") return null
  const known = keysOf(node, root).get(entry.key)
  if (!known) return null
  const { doc, initial } = describe(known.schema, root)
  return doc ? { from: entry.keyStart, to: entry.keyEnd, key: entry.key, doc, initial } : null
}

export const offsetOf = (text, pointer) => nodeAt(parse(text), pointer).start
