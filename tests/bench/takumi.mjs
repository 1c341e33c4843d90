/* Draws a Takumi tree as PNG. usage: node takumi.mjs MODULES FONTS TREE.json SCALE OUT.png */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, fonts, tree, scale, out] = process.argv.slice(2);
const { Renderer } = createRequire(`${modules}/`)("@takumi-rs/core");
const renderer = new Renderer();
for (const [name, weight] of [["Regular", 400], ["Bold", 700], ["Black", 900]])
  await renderer.registerFont({ name: "Bench", weight, data: readFileSync(`${fonts}/HuibaoSans-${name}.otf`) });
const node = JSON.parse(readFileSync(tree, "utf8"));
const options = { width: 1080 * scale, devicePixelRatio: Number(scale), format: "png" };
writeFileSync(out, await renderer.render(node, options));
