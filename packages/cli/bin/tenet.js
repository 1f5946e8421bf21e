#!/usr/bin/env node
// The entry that npm links as `tenet`. It is committed, not built, so that the link exists right after
// an install. It may only use what old versions of Node understand, to be able to say that they are old.
import { existsSync } from "node:fs";

const OLDEST = [22, 12];
const UNUSABLE = 2;
const built = new URL("../dist/main.js", import.meta.url);

function isTooOld(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

function refuse(message) {
  process.stderr.write(`tenet: ${message}\n`);
  process.exitCode = UNUSABLE;
}

if (isTooOld(process.versions.node)) {
  refuse(`Node ${OLDEST.join(".")} or newer is needed, this is Node ${process.versions.node}`);
} else if (!existsSync(built)) {
  refuse("the command line is not built yet; run `npm run build` first");
} else {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
}
