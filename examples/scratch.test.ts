import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { it } from "vitest";
import { format, parse, sourceFile } from "@tenet-lang/language";
it("x", () => {
  const files = ["courier/courier", "call-centre/call-centre", "dealers/dealers", "marketplace/marketplace", "hotels/hotels", "shared/guest-metrics"].map((p) => `examples/${p}.tenet`);
  for (const f of [...files, ...readdirSync("test/real-data/agreements").map((x) => `test/real-data/agreements/${x}`)]) {
    const t = readFileSync(f, "utf8");
    const g = format(parse(sourceFile(f, t)));
    writeFileSync(`/tmp/fmt-${f.replaceAll("/", "_")}`, g);
    const again = format(parse(sourceFile(f, g)));
    console.log(f, g === t ? "same" : "differs", again === g ? "stable" : "UNSTABLE");
  }
});
