/**
 * Completes package-lock.json. A package that ships one optional package per platform names all of them, but a
 * registry mirror may hold only some, and npm silently drops the others from the lock. Elsewhere `npm ci`
 * then stops with "Missing: … from lock file". Every platform package that is named with an exact version
 * and has no entry gets one here, its platform read off its name. Run it after each change of dependencies.
 *
 * It also refuses a lock that says where packages were downloaded from: that belongs to a machine.
 */
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = new URL("../package-lock.json", import.meta.url);
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const SYSTEM =
  /(?:^|[-_.])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(?=$|[-_.])/;
const PROCESSOR = /(?:^|[-_.])(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)(?=$|[-_.])/;

/** Every place from which a package at `at` would find `name`: its own modules first, then each parent's. */
function placesOf(at, name) {
  const places = [];
  let folder = at;
  for (;;) {
    places.push(folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (folder === "") return places;
    const parent = folder.lastIndexOf("node_modules/");
    folder = parent <= 0 ? "" : folder.slice(0, parent - 1);
  }
}

/** The C library that a Linux package says it was built for, if it says so. */
function libraryOf(name) {
  if (name.includes("musl")) return "musl";
  return name.includes("gnu") ? "glibc" : undefined;
}

/** The lock entry of a platform package, or nothing where name and version do not settle it. */
function entryFor(name, version, parent) {
  const short = name.slice(name.lastIndexOf("/") + 1);
  const system = SYSTEM.exec(short)?.[1];
  const processor = PROCESSOR.exec(short)?.[1];
  if (!EXACT.test(version) || (system === undefined && processor === undefined)) return undefined;
  const library = system === "linux" ? libraryOf(short) : undefined;
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(parent.dev && { dev: true }),
    ...(library && { libc: [library] }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

function* missingFrom(packages) {
  for (const [at, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (!placesOf(at, name).some((place) => place in packages)) yield { name, version, parent };
    }
  }
}

const text = readFileSync(LOCK, "utf8");
const lock = JSON.parse(text);
const added = {};
const unclear = [];
for (const { name, version, parent } of missingFrom(lock.packages)) {
  const entry = entryFor(name, version, parent);
  if (entry === undefined) unclear.push(`${name}@${version}`);
  else added[`node_modules/${name}`] = entry;
}

const addresses = Object.entries(lock.packages).filter(([, { resolved }]) =>
  /^[a-z+]+:/.test(resolved ?? ""),
);
for (const [at] of addresses) console.error(`${at}: holds a download address`);
for (const name of unclear) console.error(`${name}: missing from the lock, and its platform is unclear`);
if (addresses.length + unclear.length > 0) process.exitCode = 1;

const byPath = ([a], [b]) => a.localeCompare(b, "en");
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...added }).sort(byPath));
const completed = `${JSON.stringify(lock, null, 2)}\n`;
if (completed !== text) writeFileSync(LOCK, completed);
console.log(`added ${Object.keys(added).length} platform packages to the lock`);
