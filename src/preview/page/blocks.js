// The drawing as an element, changed where the SVG's text has changed. A long one is shown in blocks, its outermost panels: at once
// those in sight, where the last drawing had them, the others one by one when the browser has time. So a change shows as fast in
// a long poster as in a short one.

const later = window.requestIdleCallback ? run => requestIdleCallback(run, { timeout: 300 }) : run => setTimeout(run, 30)
const tag = /<(\/?)(\w+)(?:"[^"]*"|[^>"])*?(\/?)>/g

// The text of an element and those of its children.
function split(text) {
  let depth = 0, start = 0, open = ""
  const children = []
  for (const found of text.matchAll(tag)) {
    const [all, closes, , isEmpty] = found
    if (!closes && depth === 0) open = text.slice(0, found.index + all.length)
    if (!closes && depth === 1) start = found.index
    if (!closes && !isEmpty) depth++
    else if (closes) depth--
    if (depth === 1 && (closes || isEmpty)) children.push(text.slice(start, found.index + all.length))
  }
  return { open, children }
}

const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
function parse(text) {
  const holder = new DOMParser().parseFromString(`<svg ${namespaces}>${text}</svg>`, "image/svg+xml").documentElement
  return [...holder.children].map(child => document.adoptNode(child))
}

const sources = new WeakMap() // of elements: their text

// Makes the children of `parent` those of the texts; a text that was there keeps its element. `make` gives one for a new text.
function sync(parent, texts, make) {
  const old = new Map()
  for (const child of parent.children) {
    const text = sources.get(child)
    if (!old.has(text)) old.set(text, [])
    old.get(text).push(child)
  }
  const wanted = texts.map(text => old.get(text)?.shift() ?? null)
  for (const rest of old.values()) for (const child of rest) child.remove()
  wanted.forEach((child, i) => {
    const element = child ?? make(texts[i], i)
    sources.set(element, texts[i])
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null)
  })
}

export class Blocks {
  constructor(stage) {
    this.stage = stage
    this.extents = new Map() // of the last drawing's blocks: [top, bottom] in parts of its height
    this.hidden = new Map() // what stands for blocks that are not shown yet, with where they are likely to be
    stage.addEventListener("scroll", () => this.showNear(), { passive: true })
  }

  // Shows the SVG in the root of `paper`, which has its size.
  render(paper, text) {
    const { open, children } = split(text)
    const sight = this.sightOf(paper)
    this.paper = paper
    let svg = paper.shadowRoot.firstElementChild
    if (this.open !== open || this.svg !== svg) {
      svg = parse(`${open}</svg>`)[0]
      svg.style.cssText = "width: 100%; height: 100%; display: block"
      paper.shadowRoot.replaceChildren(svg)
      this.extents.clear()
    }
    Object.assign(this, { svg, open })
    // Definitions keep their element, and it those that are as before: or all that refers to them would be laid out again.
    const definitions = children.find(isDefs)
    sync(svg, children.map(child => isDefs(child) ? "<defs/>" : child), (child, i) => this.make(child, i, sight))
    const defs = svg.querySelector(":scope > defs"), isThere = new Set(svg.children)
    if (defs) sync(defs, split(definitions).children, child => parse(child)[0])
    for (const holder of this.hidden.keys()) if (!isThere.has(holder)) this.hidden.delete(holder)
    requestAnimationFrame(() => later(() => this.showNext(text)))
    this.text = text
  }

  make(text, i, sight) {
    if (isDefs(text)) return document.createElementNS("http://www.w3.org/2000/svg", "defs")
    const extent = this.extents.get(i)
    if (!extent || isNear(extent, sight)) return parse(text)[0]
    const holder = document.createElementNS("http://www.w3.org/2000/svg", "g")
    this.hidden.set(holder, extent)
    return holder
  }

  sightOf(paper) {
    const rect = paper.getBoundingClientRect(), stage = this.stage.getBoundingClientRect()
    const part = y => (y - rect.top) / (rect.height || 1), margin = stage.height / 4
    return [part(stage.top - margin), part(stage.bottom + margin)]
  }

  show(holder) {
    const text = sources.get(holder), element = parse(text)[0]
    this.hidden.delete(holder)
    sources.set(element, text)
    holder.replaceWith(element)
  }
  showNext(text) {
    if (text !== this.text) return
    const [next] = this.hidden.keys()
    if (!next) return this.measure()
    this.show(next)
    later(() => this.showNext(text))
  }
  showNear() {
    if (!this.hidden.size) return
    const sight = this.sightOf(this.paper)
    for (const [holder, extent] of this.hidden) if (isNear(extent, sight)) this.show(holder)
  }
  showAll() { for (const holder of this.hidden.keys()) this.show(holder) }

  measure() {
    const paper = this.paper.getBoundingClientRect()
    this.extents.clear()
    if (!paper.height || this.svg !== this.paper.shadowRoot.firstElementChild) return
    ;[...this.svg.children].forEach((child, i) => {
      const rect = child.getBoundingClientRect()
      if (rect.height) this.extents.set(i, [(rect.top - paper.top) / paper.height, (rect.bottom - paper.top) / paper.height])
    })
  }
}

const isDefs = text => text.startsWith("<defs")
const isNear = ([top, bottom], [from, to]) => bottom > from && top < to
