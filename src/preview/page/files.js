// The document's texts in the editor: which is open, what is not saved, what other programs have changed.
import { ask, askJson } from "./net.js"
import { words } from "./words.js"

const CHECK_AFTER = 250 // ms without a keystroke

// An offset in UTF-16 of a line and a column, both from 1, the column counting characters.
export function offsetAt(text, line, column) {
  let start = 0
  for (let i = 1; i < line; i++) {
    const next = text.indexOf("\n", start)
    if (next < 0) break
    start = next + 1
  }
  const rest = text.slice(start, text.indexOf("\n", start) < 0 ? undefined : text.indexOf("\n", start))
  return start + [...rest].slice(0, Math.max(column - 1, 0)).join("").length
}

export class Files {
  constructor({ section, openEditor, say }) {
    Object.assign(this, { section, openEditor, say, list: [], buffers: new Map(), current: null, problems: [] })
    this.nav = section.querySelector("#files")
    this.notice = section.querySelector("#notice")
    this.state = section.querySelector("#saved")
    section.querySelector("#save").onclick = () => this.save()
    addEventListener("beforeunload", event => { if (this.hasUnsaved()) event.preventDefault() })
  }
  get isOpen() { return !this.section.hidden }
  hasUnsaved() { return [...this.buffers.values()].some(buffer => buffer.text !== buffer.saved) }
  nameOf(named) { return this.list.find(file => file.named === named)?.name ?? named.split("/").at(-1) }

  // News: the files there are, and what is wrong with them as they are saved.
  async update(files, problems) {
    this.list = files
    this.problems = problems
    this.drawList()
    if (!this.isOpen) return
    if (!this.current) return this.open(this.texts()[0]?.name)
    await this.refresh()
    this.showProblems()
  }
  texts() { return this.list.filter(file => file.isText) }

  drawList() {
    const names = this.texts().map(file => {
      const button = document.createElement("button")
      button.textContent = button.title = file.name
      button.setAttribute("aria-current", file.name === this.current)
      const buffer = this.buffers.get(file.name)
      button.classList.toggle("changed", Boolean(buffer && buffer.text !== buffer.saved))
      button.classList.toggle("faulty", this.problems.some(it => it.file === file.named && it.severity === "error"))
      button.onclick = () => this.open(file.name)
      return button
    })
    this.nav.replaceChildren(...names)
    const buffer = this.buffers.get(this.current)
    const isSaved = !buffer || buffer.text === buffer.saved
    this.state.textContent = isSaved ? "" : words.unsaved
    this.section.querySelector("#save").disabled = isSaved
  }

  async load(name) {
    const answer = await ask("file", { name })
    if (!answer.ok) throw new Error((await answer.text()).trim())
    return { text: await answer.text(), tag: answer.headers.get("ETag") }
  }

  async open(name) {
    if (!name) return
    if (name === this.wanted) return this.arriving
    this.wanted = name // what is asked for last is what is opened
    await (this.arriving = this.arrive(name))
  }
  async arrive(name) {
    try {
      if (!this.buffers.has(name)) {
        const { text, tag } = await this.load(name)
        this.buffers.set(name, { text, saved: text, tag, known: null })
      }
      this.opening ??= this.openEditor({ changed: () => this.change(), save: () => this.save() })
      this.editor = await this.opening
      if (this.wanted !== name) return
      this.current = name
      this.editor.open(name, this.buffers.get(name).text)
      this.notice.hidden = true
      this.drawList()
      this.showProblems()
      await this.refresh()
    } catch (error) {
      this.wanted = this.current
      this.say(words.failed + error.message)
    }
  }

  change() {
    const buffer = this.buffers.get(this.current)
    buffer.text = this.editor.text
    this.drawList()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.check(), CHECK_AFTER)
  }

  // What other programs did to the open file. A text that was not edited follows; an edited one asks.
  async refresh() {
    const name = this.current, buffer = this.buffers.get(name)
    if (!buffer || buffer.isSaving) return
    const { text, tag } = await this.load(name).catch(() => ({}))
    if (text === undefined || name !== this.current || buffer.isSaving) return
    if (text === buffer.saved) { buffer.tag = tag; return }
    if (buffer.text !== buffer.saved && text !== buffer.text) return this.askWhich(name, text, tag)
    Object.assign(buffer, { text, saved: text, tag, known: null })
    this.editor.replace(text)
    this.drawList()
  }

  askWhich(name, text, tag) {
    const button = (label, run) => {
      const it = document.createElement("button")
      it.textContent = label
      it.onclick = () => { this.notice.hidden = true; run(); this.drawList(); this.showProblems() }
      return it
    }
    const buffer = this.buffers.get(name)
    this.notice.replaceChildren(words.changed,
      button(words.takeTheirs, () => { Object.assign(buffer, { text, saved: text, tag }); this.editor.replace(text) }),
      button(words.keepMine, () => Object.assign(buffer, { saved: text, tag })))
    this.notice.hidden = false
  }

  async save() {
    const name = this.current, buffer = this.buffers.get(name)
    if (!buffer || buffer.isSaving || buffer.text === buffer.saved) return
    const text = buffer.text
    buffer.isSaving = true
    try {
      const answer = await ask("file", { name }, { method: "PUT", body: text, headers: { "If-Match": buffer.tag } })
      if (answer.ok) Object.assign(buffer, { saved: text, tag: answer.headers.get("ETag"), known: null })
      else if (answer.status !== 412) this.say(words.failed + (await answer.text()).trim())
      buffer.isSaving = false
      if (answer.status === 412) await this.refresh()
    } catch (error) { this.say(words.failed + error.message) }
    buffer.isSaving = false
    this.drawList()
  }

  // What would be wrong if the text were saved. A file that is included may find fault with being read by itself: what it does
  // so when it is saved, and the document does not, is left out.
  async check() {
    const name = this.current, buffer = this.buffers.get(name)
    const file = this.list.find(it => it.name === name)
    if (!file || !/json$/.test(name)) return
    const text = buffer.text
    const ask = body => askJson("check", { name }, { method: "POST", body })
    try {
      buffer.known ??= new Set((await ask(buffer.saved)).filter(it => !this.problems.some(other => other.message === it.message))
        .map(it => it.message))
      const found = await ask(text)
      if (name === this.current && buffer.text === text)
        this.mark(found.filter(it => it.file === file.named && !buffer.known.has(it.message)), text)
    } catch { /* the server is gone, which the page says elsewhere */ }
  }

  showProblems() {
    const file = this.list.find(it => it.name === this.current), buffer = this.buffers.get(this.current)
    if (!file || !buffer || !this.editor) return
    if (buffer.text !== buffer.saved) return this.check()
    this.mark(this.problems.filter(it => it.file === file.named), buffer.text)
  }
  mark(problems, text) {
    this.editor.setProblems(problems.filter(it => it.line).map(it => {
      const from = offsetAt(text, it.line, it.column)
      return { from, to: from + Math.max(it.length, 1), severity: it.severity, message: it.hint ? `${it.message}\n${it.hint}` : it.message }
    }))
  }

  // Shows a place: of a problem, or of a panel.
  async goTo({ file, line, column = 1, length = 0 }) {
    const name = this.list.find(it => it.named === file && it.isText)?.name
    if (!name || !this.isOpen) return
    await this.open(name)
    const from = offsetAt(this.editor.text, line, column)
    this.editor.goTo(from, from + length)
  }
}
