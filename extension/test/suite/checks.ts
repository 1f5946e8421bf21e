/** Assertions and waiting, for hosts that have no Node. */

/** Holds if both are the same JSON. */
export function equal(actual: unknown, expected: unknown, about = ""): void {
  const [found, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (found !== wanted) throw new Error(`${about}\nexpected ${wanted}\nfound    ${found}`);
}

/** Holds if the text has the part. */
export function includes(text: string, part: string): void {
  if (!text.includes(part))
    throw new Error(`expected to find ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
}

const PAUSE = 50;
const SECONDS = 40;

/** Asks again until there is an answer; what the editor does in its own time has no other end. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let left = (SECONDS * 1000) / PAUSE; left > 0; left -= 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  throw new Error(`waited ${SECONDS} seconds for ${what}`);
}
