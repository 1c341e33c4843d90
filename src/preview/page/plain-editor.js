// The editor where CodeMirror was not there when huibao was built: a text field.
import { words } from "./words.js"

export class PlainEditor {
  constructor(parent, { changed, save }) {
    const field = this.field = document.createElement("textarea")
    field.spellcheck = false
    field.setAttribute("aria-label", words.editor)
    field.addEventListener("input", changed)
    field.addEventListener("keydown", event => {
      if (event.key === "Tab" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
        event.preventDefault()
        field.setRangeText("  ", field.selectionStart, field.selectionEnd, "end")
        changed()
      }
    })
    parent.replaceChildren(field)
  }
  get text() { return this.field.value }
  open(name, text) {
    this.field.value = text
    this.field.setSelectionRange(0, 0)
    this.field.scrollTop = 0
  }
  replace(text) {
    const { scrollTop, selectionStart } = this.field
    this.field.value = text
    this.field.setSelectionRange(selectionStart, selectionStart)
    this.field.scrollTop = scrollTop
  }
  forget() {}
  goTo(start, end) {
    const lines = this.field.value.slice(0, start).split("\n").length - 1
    const height = this.field.scrollHeight / this.field.value.split("\n").length
    this.field.setSelectionRange(start, end)
    this.field.scrollTop = Math.max(0, lines * height - this.field.clientHeight / 3)
  }
  focus() { this.field.focus() }
  setProblems() {}
}
