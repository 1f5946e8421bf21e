import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose tests judge thousands of random cases, or start many processes. */
const LONG = ["/test/differential/", "/test/conformance/", "/test/edits/", "/test/e2e/", "/examples/"];

/**
 * Begins with the tests that take longest, so that no processor waits for one of them alone at the end. Vitest does so
 * by itself where it has run before; in a new clone it goes by the sizes of files.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
