// The drawing: its pages, as SVG, PNG or PDF; zoom and scroll, which outlast a new drawing; and the boxes of its panels.
import { Blocks } from "./blocks.js"
import { addressOf, ask } from "./net.js"
import { words } from "./words.js"

const steps = [.1, .15, .25, .33, .5, .67, .75, .9, 1, 1.25, 1.5, 2, 3, 4]

export class Picture {
  constructor(stage, { choose, zoomed, pages }) {
    Object.assign(this, { stage, choose, zoomed, pagesChanged: pages })
    this.sheet = stage.querySelector("#sheet")
    this.box = stage.querySelector("#box")
    this.pdf = stage.querySelector("#pdf")
    this.format = "svg"
    this.page = 1
    this.zoom = 0 // of a px; 0: as wide as the stage
    this.paper = null
    this.blocks = new Blocks(stage)
    this.shown = null // the news whose drawing is shown
    new ResizeObserver(() => this.layOut()).observe(stage)
    stage.addEventListener("wheel", event => this.wheel(event), { passive: false })
    this.sheet.addEventListener("click", event => this.click(event))
  }

  // Shows the news' picture. What arrives late for an older one is left out.
  async show(news, theme) {
    const picture = news.picture
    const isSame = this.shown?.id === picture.id && this.shown.page === this.page && this.shown.format === this.format
    this.sheet.classList.toggle("stale", !news.isGood)
    this.page = Math.min(Math.max(this.page, 1), picture.pages)
    this.pagesChanged(this.page, picture.pages)
    if (isSame) return
    const wanted = this.wanted = { id: picture.id, page: this.page, format: this.format }
    if (this.format === "pdf") this.showPdf(picture, theme)
    else {
      const content = await (this.format === "svg" ? this.loadSvg(picture) : this.loadPng(picture, theme))
      if (!content || this.wanted !== wanted) return
      this.put(picture, content)
    }
    this.shown = wanted
  }

  async loadSvg(picture) {
    const answer = await ask(`picture/${picture.id}/${this.page}`)
    return answer.ok ? answer.text() : null
  }

  async loadPng(picture, theme) {
    const scale = Math.min(Math.max(this.factor(picture) * devicePixelRatio, .25), 4)
    const image = new Image()
    image.src = addressOf("export/png", { theme, page: this.page, scale: scale.toFixed(3), of: picture.id })
    image.style.cssText = "width: 100%; height: 100%; display: block"
    await image.decode().catch(() => {})
    return image.naturalWidth ? image : null
  }

  showPdf(picture, theme) {
    this.pdf.src = addressOf("export/pdf", { theme, of: picture.id })
    this.pdf.hidden = false
    this.mark(null)
  }

  put(picture, content) {
    this.pdf.hidden = true
    this.pdf.removeAttribute("src")
    this.size = picture
    const { scrollLeft, scrollTop } = this.stage
    if (!this.paper) {
      this.paper = document.createElement("div")
      this.paper.className = "paper"
      this.paper.attachShadow({ mode: "open" })
      this.sheet.replaceChildren(this.paper)
    }
    this.layOut()
    if (typeof content === "string") this.blocks.render(this.paper, content)
    else this.paper.shadowRoot.replaceChildren(content)
    this.stage.scrollTo(scrollLeft, scrollTop)
    this.remark()
  }

  showNothing() {
    this.paper = this.shown = this.size = null
    const note = document.createElement("p")
    note.className = "empty"
    note.textContent = words.noPicture
    this.sheet.replaceChildren(note)
    this.sheet.classList.remove("stale")
    this.mark(null)
  }

  factor(picture = this.size) {
    return this.zoom || Math.min((this.stage.clientWidth - 48) / (picture?.width || 1), 1.5)
  }

  layOut() {
    if (!this.paper) return
    const factor = this.factor()
    this.paper.style.width = `${this.size.width * factor}px`
    this.paper.style.height = `${this.size.height * factor}px`
    this.zoomed(factor)
    this.remark()
  }

  // Zooms so that what is at (x, y) of the stage stays there.
  zoomTo(zoom, x = this.stage.clientWidth / 2, y = this.stage.clientHeight / 2) {
    if (!this.paper) return
    const before = this.paper.getBoundingClientRect(), edge = this.stage.getBoundingClientRect()
    const u = (x + edge.left - before.left) / before.width, v = (y + edge.top - before.top) / before.height
    this.zoom = zoom
    this.layOut()
    const after = this.paper.getBoundingClientRect()
    this.stage.scrollBy(after.left + u * after.width - x - edge.left, after.top + v * after.height - y - edge.top)
  }
  larger() { this.zoomTo(steps.find(step => step > this.factor() * 1.01) ?? steps.at(-1)) }
  smaller() { this.zoomTo(steps.findLast(step => step < this.factor() / 1.01) ?? steps[0]) }
  fit() { this.zoomTo(0) }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const edge = this.stage.getBoundingClientRect()
    const zoom = Math.min(Math.max(this.factor() * Math.exp(-event.deltaY / 300), .05), 8)
    this.zoomTo(zoom, event.clientX - edge.left, event.clientY - edge.top)
  }

  groups() { return [...(this.paper?.shadowRoot.querySelectorAll("[data-pointer]") ?? [])] }

  // The smallest panel that holds the place a pointer names, on this page.
  find(file, pointer) {
    const holds = group => group.dataset.file === file &&
      (pointer === group.dataset.pointer || pointer.startsWith(`${group.dataset.pointer}/`))
    return this.groups().filter(holds).sort((a, b) => b.dataset.pointer.length - a.dataset.pointer.length)[0] ?? null
  }

  click(event) {
    const group = event.composedPath().find(element => element.dataset?.pointer !== undefined)
    if (!group || !getSelection().isCollapsed) return
    const { file, pointer, line } = group.dataset
    this.mark({ file, pointer, severity: "" }, false)
    this.choose({ file, pointer, line: Number(line) })
  }

  // Draws a box around the panel of a place, and scrolls to it if asked. null: none.
  mark(place, scroll = true) {
    this.marked = place
    this.blocks.showAll()
    const group = this.remark()
    if (!group || !scroll) return
    const rect = group.getBoundingClientRect(), edge = this.stage.getBoundingClientRect()
    if (rect.top < edge.top + 30 || rect.bottom > edge.bottom)
      this.stage.scrollBy({ top: rect.top - edge.top - Math.max(40, (edge.height - rect.height) / 2), behavior: "smooth" })
  }
  remark() {
    const group = this.marked && this.format === "svg" ? this.find(this.marked.file, this.marked.pointer) : null
    this.box.hidden = !group
    if (!group) return null
    const rect = group.getBoundingClientRect(), edge = this.stage.getBoundingClientRect()
    const kind = group.getAttribute("class")?.replace("hui-", "") ?? ""
    Object.assign(this.box.style, {
      left: `${rect.left - edge.left + this.stage.scrollLeft - 4}px`, top: `${rect.top - edge.top + this.stage.scrollTop - 4}px`,
      width: `${rect.width + 8}px`, height: `${rect.height + 8}px`,
    })
    this.box.className = this.marked.severity ?? ""
    this.box.firstElementChild.textContent = `${kind} · ${words.line(group.dataset.line)}`
    return group
  }
}
