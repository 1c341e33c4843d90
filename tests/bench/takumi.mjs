/* Draws a Takumi tree as PNG. usage: node takumi.mjs MODULES FONTS TREE.json SCALE OUT.png
 * Or a list of trees, one after the other, all at once, and to no file; prints milliseconds and processor milliseconds of each way.
 * Fonts are registered before time runs, and the first tree is drawn once more: node takumi.mjs MODULES FONTS --list TREES.json SCALE */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, fonts, ...rest] = process.argv.slice(2);
const { Renderer } = createRequire(`${modules}/`)("@takumi-rs/core");
const renderer = new Renderer();
for (const [name, weight] of [["Regular", 400], ["Bold", 700], ["Black", 900]])
  await renderer.registerFont({ name: "Bench", weight, data: readFileSync(`${fonts}/HuibaoSans-${name}.otf`) });

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const draw = (node, scale) => renderer.render(node, { width: 1080 * scale, devicePixelRatio: Number(scale), format: "png" });

async function time(work) {
  const start = performance.now(), before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return `${(performance.now() - start).toFixed(1)} ${((user + system) / 1000).toFixed(1)}`;
}

async function drawList(file, scale) {
  const trees = read(file);
  await draw(trees[0], scale);
  const each = await time(async () => { for (const tree of trees) await draw(tree, scale); });
  const together = await time(() => Promise.all(trees.map((tree) => draw(tree, scale))));
  console.log(`${each} ${together}`);
}

if (rest[0] === "--list") {
  await drawList(rest[1], rest[2]);
} else {
  const [tree, scale, out] = rest;
  writeFileSync(out, await draw(read(tree), scale));
}
