// The parts of CodeMirror that the page's editor uses (page/code-editor.js), as one module.
export { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, startCompletion } from "@codemirror/autocomplete"
export { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
export { json } from "@codemirror/lang-json"
export { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language"
export { lintGutter, setDiagnostics } from "@codemirror/lint"
export { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search"
export { Compartment, EditorSelection, EditorState } from "@codemirror/state"
export {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers,
} from "@codemirror/view"
export { classHighlighter } from "@lezer/highlight"
