/** Colours by meaning. Nothing is said by colour alone: a reader without it loses no information. */
import picocolors from "picocolors";

/** Paints text that is already escaped. */
export type Paint = (text: string) => string;

/** Paint for what a text means. */
export interface Palette {
  readonly heading: Paint;
  readonly quiet: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly note: Paint;
}

/** The palette of a terminal, or one that leaves text alone. */
export function palette(colour: boolean): Palette {
  const colours = picocolors.createColors(colour);
  return {
    heading: colours.bold,
    quiet: colours.dim,
    good: colours.green,
    bad: (text) => colours.bold(colours.red(text)),
    warn: colours.yellow,
    note: colours.cyan,
  };
}

/** What a text report needs to know of the place it is shown in. */
export interface View {
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The same for a result: with its instant as people there would say it. */
export interface ResultView extends View {
  readonly asOf: string;
}
