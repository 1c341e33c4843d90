// What is wrong, listed beside the drawing.
import { words } from "./words.js"

const make = (name, className, text) => {
  const element = document.createElement(name)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  return element
}

// The line, with the place in it underlined. Columns count characters.
function excerpt(problem) {
  const line = [...problem.source_line], start = Math.max((problem.source_column || problem.column) - 1, 0)
  const from = Math.max(start - 40, 0), end = Math.min(start + Math.max(problem.length, 1), line.length)
  const code = make("pre")
  code.append(from > 0 ? "…" : "", line.slice(from, start).join("").trimStart())
  code.append(make("u", "", line.slice(start, end).join("") || " "), line.slice(end, end + 60).join(""))
  return code
}

// `shortName` is how a file is called here; `choose` is called with the problem that is to be shown.
export function listProblems(list, problems, shortName, choose) {
  list.replaceChildren(...problems.map(problem => {
    const item = make("li", problem.severity)
    item.tabIndex = 0
    item.dataset.code = problem.code
    const place = make("div", "place")
    place.append(make("b", "", problem.code))
    if (problem.line) place.append(make("span", "", `${shortName(problem.file)}:${problem.line}:${problem.column}`))
    item.append(place, make("div", "message", problem.message))
    if (problem.source_line) item.append(excerpt(problem))
    if (problem.hint) item.append(make("div", "hint", problem.hint))
    item.onclick = () => choose(problem)
    item.onkeydown = event => { if (event.key === "Enter") choose(problem) }
    return item
  }))
}

export function summarize(problems) {
  const errors = problems.filter(problem => problem.severity === "error").length, warnings = problems.length - errors
  return [errors && words.errors(errors), warnings && words.warnings(warnings)].filter(Boolean).join(words.lang === "en" ? ", " : "，")
}
