// What the page says, in the reader's language.
const english = {
  lang: "en",
  editor: "Editor", problems: "Problems", download: "Download", theme: "Theme", ownTheme: "Spec's theme", save: "Save (Ctrl-S)",
  pageBack: "Page before", pageOn: "Next page", pageOf: (page, count) => `${page} / ${count}`,
  zoomIn: "Larger", zoomOut: "Smaller", zoomFit: "Fit the width", format: "Shown as",
  reading: "Reading…", lost: "Connection lost", good: milliseconds => `Up to date · ${milliseconds} ms`,
  errors: count => `${count} error${count === 1 ? "" : "s"}`, warnings: count => `${count} warning${count === 1 ? "" : "s"}`,
  none: "Nothing is wrong", noPicture: "There is no drawing yet: see what is wrong beside.", line: line => `line ${line}`,
  unsaved: "Not saved", saved: "Saved", loading: "Loading…", changed: "Another program has changed this file.",
  takeTheirs: "Load it", keepMine: "Keep mine", failed: "That did not work: ", cannotDraw: "It cannot be drawn: see what is wrong.",
  preparing: format => `Drawing ${format}…`, required: "required", default: "default: ", unsavedElsewhere: "Unsaved changes will be lost.",
}
const chinese = {
  lang: "zh-Hans",
  editor: "编辑", problems: "问题", download: "下载", theme: "主题", ownTheme: "文件中的主题", save: "保存 (Ctrl-S)",
  pageBack: "上一页", pageOn: "下一页", pageOf: (page, count) => `${page} / ${count}`,
  zoomIn: "放大", zoomOut: "缩小", zoomFit: "适合宽度", format: "显示为",
  reading: "正在读取…", lost: "连接已断开", good: milliseconds => `已更新 · ${milliseconds} 毫秒`,
  errors: count => `${count} 个错误`, warnings: count => `${count} 个警告`,
  none: "没有问题", noPicture: "还没有画面：请看旁边列出的问题。", line: line => `第 ${line} 行`,
  unsaved: "未保存", saved: "已保存", loading: "正在载入…", changed: "其他程序修改了这个文件。",
  takeTheirs: "载入新内容", keepMine: "保留我的", failed: "没有成功：", cannotDraw: "无法绘制：请看列出的问题。",
  preparing: format => `正在生成 ${format}…`, required: "必填", default: "默认：", unsavedElsewhere: "未保存的修改会丢失。",
}
export const words = navigator.language.toLowerCase().startsWith("zh") ? chinese : english
