/** The word before a fix: a guess is only what may be meant. */
import type { Fix } from "@tenet-lang/language";

export function leadOf({ isGuess }: Fix): "fix" | "maybe" {
  return isGuess === true ? "maybe" : "fix";
}
