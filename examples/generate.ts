/**
 * Writes the data of all examples: `npm run examples`.
 *
 * Nothing here is measured, and no firm in it exists. Every file comes from one small generator with a fixed seed
 * per example, so the same command gives the same bytes on every machine, and a test compares them with the files
 * that are committed. The stories in the data (an ice day, a bad week, a seller who grows) are written by hand in
 * `generator/`, one module per example; chance only fills in the rows between them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { airlineFiles } from "./generator/airline.ts";
import { brokerFiles } from "./generator/brokers.ts";
import { callCentreFiles } from "./generator/call-centre.ts";
import { courierFiles } from "./generator/courier.ts";
import { dealerFiles } from "./generator/dealers.ts";
import { franchiseFiles } from "./generator/franchise.ts";
import { hotelFiles } from "./generator/hotels.ts";
import { marketplaceFiles } from "./generator/marketplace.ts";
import { resellerFiles } from "./generator/resellers.ts";
import { serviceCentreFiles } from "./generator/service-centre.ts";
import type { Files } from "./generator/table.ts";

/** Every generated file: path below `examples/`, and its text. */
export function exampleFiles(): ReadonlyMap<string, string> {
  const folders: readonly (readonly [string, Files])[] = [
    ["courier", courierFiles()],
    ["call-centre", callCentreFiles()],
    ["dealers", dealerFiles()],
    ["marketplace", marketplaceFiles()],
    ["hotels", hotelFiles()],
    ["service-centre", serviceCentreFiles()],
    ["franchise", franchiseFiles()],
    ["brokers", brokerFiles()],
    ["resellers", resellerFiles()],
    ["airline", airlineFiles()],
  ];
  return new Map(
    folders.flatMap(([folder, files]) =>
      Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
    ),
  );
}

function writeAll(): void {
  for (const [path, text] of exampleFiles()) {
    const target = fileURLToPath(new URL(path, import.meta.url));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeAll();
