/* Packs a PNG as oxipng does by default, and prints its bytes. usage: node oxipng.mjs MODULES IN.png */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, path] = process.argv.slice(2);
const { losslessCompressPngSync } = createRequire(`${modules}/`)("@napi-rs/image");
console.log(losslessCompressPngSync(readFileSync(path)).length);
