// The page: news of the server lead to the drawing, the problems and the editor.
import { addressOf, ask, askJson, listen } from "./net.js"
import { Files } from "./files.js"
import { Picture } from "./picture.js"
import { listProblems, summarize } from "./problems.js"
import { words } from "./words.js"

const $ = selector => document.querySelector(selector)
const kept = (name, initial) => localStorage.getItem(name) ?? initial
const keep = (name, value) => localStorage.setItem(name, value)
const once = load => { let value; return () => value ??= load() }

document.documentElement.lang = words.lang
let news = null, theme = new URLSearchParams(location.search).get("theme") ?? "", about = null

let toastTimer
function say(text) {
  $("#toast").textContent = text
  $("#toast").hidden = !text
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => { $("#toast").hidden = true }, 6000)
}

async function openEditor(callbacks) {
  const catalogs = { icon: once(() => askJson("icons")), theme: async () => about.themes }
  const all = { ...callbacks, schema: once(() => askJson("schema")), catalogs }
  if (about.hasEditor) return new (await import("./code-editor.js")).CodeEditor($("#text"), all)
  return new (await import("./plain-editor.js")).PlainEditor($("#text"), all)
}

const files = new Files({ section: $("#editor"), openEditor, say })
const picture = new Picture($("#stage"), {
  choose: place => files.goTo(place),
  zoomed: factor => { $("#zoom").textContent = `${Math.round(factor * 100)} %` },
  pages: (page, count) => {
    $("#pages").hidden = count < 2
    $("#page-of").textContent = words.pageOf(page, count)
    $("#page-back").disabled = page <= 1
    $("#page-on").disabled = page >= count
  },
})

function showStatus() {
  const status = $("#status")
  const problems = news?.diagnostics ?? []
  const summary = summarize(problems)
  status.className = !news ? "" : !news.isGood ? "bad" : problems.length ? "warned" : "good"
  status.textContent = !news ? words.lost : summary || words.good(Math.round(news.milliseconds))
  $("#problems h2").textContent = summary || words.none
}

function showProblems() {
  listProblems($("#problems ol"), news.diagnostics, named => files.nameOf(named), problem => {
    if (problem.line) picture.mark(problem)
    files.goTo(problem)
  })
}

// Problems appear when there are some, until the reader closes them.
let wantsProblems = null
function layOutProblems() {
  const isShown = wantsProblems ?? Boolean(news?.diagnostics.length)
  $("#problems").hidden = !isShown
  $("#toggle-problems").setAttribute("aria-pressed", isShown)
}

async function take(next) {
  if (!next) {
    $("#status").className = ""
    $("#status").textContent = words.lost
    return
  }
  const hadProblems = Boolean(news?.diagnostics.length)
  news = next
  if (Boolean(news.diagnostics.length) !== hadProblems) wantsProblems = null
  const shown = news.picture ? picture.show(news, theme) : picture.showNothing()
  showStatus()
  showProblems()
  layOutProblems()
  const name = files.nameOf(news.files[0].named)
  $("#name").textContent = news.picture?.title || name
  document.title = `${news.isGood ? "" : "⚠ "}${news.picture?.title || name} · 绘报`
  await shown
  await files.update(news.files, news.diagnostics)
}

const relisten = listen(() => ({ theme }), take)

async function again() { if (news?.picture) await picture.show(news, theme) }

function toggleEditor(isShown) {
  $("#editor").hidden = $("#grip").hidden = !isShown
  $("#toggle-editor").setAttribute("aria-pressed", isShown)
  keep("editor", isShown ? "open" : "")
  if (isShown && news) files.update(news.files, news.diagnostics)
}

function chooseFormat(format) {
  picture.format = format
  for (const button of document.querySelectorAll("#formats button")) button.setAttribute("aria-checked", button.dataset.format === format)
  picture.remark()
  again()
}

async function download(format, scale) {
  const label = format.toUpperCase()
  say(words.preparing(label))
  const page = format === "pdf" ? "" : String(picture.page)
  const answer = await ask(`export/${format}`, { theme, page, scale })
  if (!answer.ok) return say(answer.status === 409 ? words.cannotDraw : words.failed + (await answer.text()).trim())
  const link = document.createElement("a")
  const stem = files.nameOf(news.files[0].named).replace(/(\.vl)?\.json$/, "")
  const pages = format !== "pdf" && news.picture?.pages > 1 ? `-${picture.page}` : ""
  link.href = URL.createObjectURL(await answer.blob())
  link.download = `${stem}${pages}.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  say("")
}

function setUpBar() {
  const titles = {
    "#toggle-editor": words.editor, "#toggle-problems": words.problems, "#page-back": words.pageBack, "#page-on": words.pageOn,
    "#zoom-in": words.zoomIn, "#zoom-out": words.zoomOut, "#zoom": words.zoomFit, "#theme": words.theme, "#formats": words.format,
  }
  for (const [selector, title] of Object.entries(titles)) {
    $(selector).title = title
    $(selector).setAttribute("aria-label", title)
  }
  $("#download summary").textContent = words.download
  $("#save").textContent = words.save
  $("#status").textContent = words.reading
  $("#toggle-editor").onclick = () => toggleEditor($("#editor").hidden)
  $("#toggle-problems").onclick = () => { wantsProblems = $("#problems").hidden; layOutProblems() }
  $("#page-back").onclick = () => { picture.page--; again() }
  $("#page-on").onclick = () => { picture.page++; again() }
  $("#zoom-in").onclick = () => picture.larger()
  $("#zoom-out").onclick = () => picture.smaller()
  $("#zoom").onclick = () => picture.fit()
  for (const button of document.querySelectorAll("#formats button")) button.onclick = () => chooseFormat(button.dataset.format)
  for (const button of document.querySelectorAll("[data-download]"))
    button.onclick = () => { $("#download").open = false; download(button.dataset.download, button.dataset.scale) }
  addEventListener("click", event => { if (!$("#download").contains(event.target)) $("#download").open = false })
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); files.save() }
    if (event.key === "Escape") picture.mark(null)
  })
}

function setUpGrip() {
  const grip = $("#grip"), editor = $("#editor")
  editor.style.width = kept("width", "")
  grip.onpointerdown = event => {
    grip.setPointerCapture(event.pointerId)
    const start = event.clientX, width = editor.offsetWidth
    grip.onpointermove = move => { editor.style.width = `${Math.min(Math.max(width + move.clientX - start, 240), innerWidth * .7)}px` }
    grip.onpointerup = () => { grip.onpointermove = null; keep("width", editor.style.width) }
  }
}

function setUpThemes() {
  const select = $("#theme")
  select.append(new Option(words.ownTheme, ""), ...about.themes.map(it => new Option(it.name, it.name)))
  for (const option of select.options) option.title = about.themes.find(it => it.name === option.value)?.doc ?? ""
  select.value = theme
  select.onchange = () => { theme = select.value; relisten() }
}

setUpBar()
setUpGrip()
about = await askJson("about")
setUpThemes()
toggleEditor(kept("editor", innerWidth > 1200 ? "open" : "") === "open")
