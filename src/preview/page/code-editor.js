// The editor with CodeMirror: colours, completion and explanations from the schema, problems at their places.
import * as cm from "./codemirror.js"
import { complete, explain } from "./schema.js"
import { words } from "./words.js"

const isCompletionPlace = /["\w-]$|[{,[:]\s*$/

export class CodeEditor {
  // `schema` and each of `catalogs` give promises.
  constructor(parent, { changed, save, schema, catalogs }) {
    Object.assign(this, { schema, catalogs, states: new Map() })
    this.extensions = [
      cm.lineNumbers(), cm.foldGutter(), cm.highlightActiveLineGutter(), cm.highlightActiveLine(), cm.history(), cm.drawSelection(),
      cm.indentOnInput(), cm.bracketMatching(), cm.closeBrackets(), cm.highlightSelectionMatches(), cm.search({ top: true }),
      cm.lintGutter(), cm.syntaxHighlighting(cm.classHighlighter), cm.indentUnit.of("  "),
      cm.keymap.of([
        ...cm.closeBracketsKeymap, ...cm.completionKeymap, ...cm.defaultKeymap, ...cm.searchKeymap, ...cm.historyKeymap, ...cm.foldKeymap,
        cm.indentWithTab, { key: "Mod-s", run: () => { save(); return true } },
      ]),
      cm.EditorView.updateListener.of(update => { if (update.docChanged && !this.isLoading) changed() }),
    ]
    this.ofJson = [
      cm.json(), cm.autocompletion({ override: [context => this.complete(context)], icons: false }),
      cm.hoverTooltip((view, offset) => this.explain(view, offset)),
    ]
    this.view = new cm.EditorView({ parent })
  }
  get text() { return this.view.state.doc.toString() }

  // Each file keeps its own history and selection.
  open(name, text) {
    if (this.name) this.states.set(this.name, this.view.state)
    this.name = name
    const state = this.states.get(name) ?? cm.EditorState.create({
      doc: text, extensions: [this.extensions, /json$/.test(name) ? this.ofJson : cm.EditorView.lineWrapping],
    })
    this.isLoading = true
    this.view.setState(state)
    this.replace(text)
  }
  // Only what differs is replaced, so that the selection stays.
  replace(text) {
    const old = this.text
    let start = 0, end = 0
    const most = Math.min(old.length, text.length)
    while (start < most && old[start] === text[start]) start++
    while (end < most - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++
    this.isLoading = true
    if (old !== text) this.view.dispatch({ changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) } })
    this.isLoading = false
  }
  forget(name) { this.states.delete(name) }
  goTo(start, end) {
    const length = this.view.state.doc.length
    this.view.dispatch({
      selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
      effects: cm.EditorView.scrollIntoView(Math.min(start, length), { y: "center" }),
    })
  }
  focus() { this.view.focus() }

  // [{ from, to, severity, message }]
  setProblems(problems) {
    const length = this.view.state.doc.length
    const marks = problems.map(it => ({ ...it, from: Math.min(it.from, length), to: Math.min(Math.max(it.to, it.from), length) }))
    this.view.dispatch(cm.setDiagnostics(this.view.state, marks))
  }

  async complete(context) {
    const before = context.state.sliceDoc(Math.max(0, context.pos - 60), context.pos)
    if (!context.explicit && !isCompletionPlace.test(before)) return null
    const found = await complete(this.text, context.pos, await this.schema(), this.catalogs)
    if (!found) return null
    const options = found.options.map(({ label, apply, detail, caret, isRequired }) => ({
      label, detail: detail.length > 60 ? `${detail.slice(0, 58)}…` : detail, boost: isRequired ? 1 : 0, filterText: apply,
      apply: (view, completion, from) => view.dispatch({
        changes: { from, to: Math.max(found.to, view.state.selection.main.head), insert: apply },
        selection: { anchor: from + apply.length - caret },
        userEvent: "input.complete",
      }),
    }))
    const typed = context.state.sliceDoc(found.from, context.pos).replaceAll('"', "").toLowerCase()
    const matching = options.filter(option => option.label.toLowerCase().includes(typed))
      .sort((a, b) => b.label.toLowerCase().startsWith(typed) - a.label.toLowerCase().startsWith(typed) || b.boost - a.boost)
    return matching.length ? { from: found.from, options: matching.slice(0, 300), filter: false } : null
  }

  async explain(view, offset) {
    const found = explain(this.text, offset, await this.schema())
    if (!found) return null
    return {
      pos: found.from, end: found.to, above: true,
      create: () => {
        const dom = document.createElement("div")
        dom.className = "about"
        dom.textContent = found.doc + (found.initial !== undefined ? ` (${words.default}${JSON.stringify(found.initial)})` : "")
        return { dom }
      },
    }
  }
}
