/** The extension starts, and the server says what is wrong. */
import { extensions, languages } from "vscode";
import { equal, eventually } from "./checks.ts";
import { fileAt, shown } from "./documents.ts";

export function activation(): void {
  describe("activation", () => {
    it("starts for a folder that has an agreement, before any is opened", async () => {
      const extension = extensions.getExtension("tenet-lang.tenet");
      equal(extension !== undefined, true, "the extension is installed");
      await eventually("the extension to be active", () => extension?.isActive || undefined);
    });

    it("knows the language of a file", async () => {
      const { document } = await shown("parcels.tenet");
      equal(document.languageId, "tenet");
    });
  });

  describe("diagnostics", () => {
    it("say what is wrong, where, and on which page more is written", async () => {
      await shown("broken.tenet");
      const [first] = await eventually("diagnostics", () => {
        const found = languages.getDiagnostics(fileAt("broken.tenet"));
        return found.length === 0 ? undefined : found;
      });
      equal(first?.message.split("\n")[0], "`lest` is not understood here; did you mean `least`?");
      equal(first?.range.start.line, 16);
      equal(first?.source, "tenet");
      equal(typeof first?.code === "object" ? first.code.value : null, "TEN1014");
    });

    it("has nothing to say of an agreement that is well", async () => {
      await shown("parcels.tenet");
      await eventually(
        "diagnostics of the other file",
        () => languages.getDiagnostics(fileAt("broken.tenet"))[0],
      );
      equal(languages.getDiagnostics(fileAt("parcels.tenet")), []);
    });
  });
}
