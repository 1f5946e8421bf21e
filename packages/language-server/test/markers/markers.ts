/** All kinds of markers: one import and one line each. */
import type { Marker } from "../harness/scene.ts";
import { callees, callers } from "./call.marker.ts";
import { absent, accept, complete, means, rank, snippet } from "./complete.marker.ts";
import { def, impl, typedef } from "./def.marker.ts";
import { diag } from "./diag.marker.ts";
import { fold } from "./fold.marker.ts";
import { format, formatrange, typed } from "./format.marker.ts";
import { highlight } from "./highlight.marker.ts";
import { hover } from "./hover.marker.ts";
import { inlay, tip, values } from "./inlay.marker.ts";
import { lens } from "./lens.marker.ts";
import { link, move } from "./link.marker.ts";
import { loc } from "./loc.marker.ts";
import { fixall, nofix, quickfix } from "./quickfix.marker.ts";
import { norefactor, organize, refactor } from "./refactor.marker.ts";
import { refs, uses } from "./refs.marker.ts";
import { norename, rename, renameerr } from "./rename.marker.ts";
import { select } from "./select.marker.ts";
import { signature } from "./signature.marker.ts";
import { retraced } from "./steps.marker.ts";
import { outline, symbol } from "./symbol.marker.ts";
import { token } from "./token.marker.ts";

export const markers: readonly Marker[] = [
  diag,
  loc,
  callees,
  callers,
  absent,
  accept,
  complete,
  means,
  rank,
  snippet,
  def,
  impl,
  typedef,
  fold,
  format,
  formatrange,
  typed,
  highlight,
  hover,
  lens,
  inlay,
  tip,
  values,
  link,
  move,
  quickfix,
  nofix,
  fixall,
  refactor,
  norefactor,
  organize,
  refs,
  uses,
  norename,
  rename,
  renameerr,
  select,
  signature,
  retraced,
  outline,
  symbol,
  token,
];
