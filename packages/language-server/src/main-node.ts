/** Starts the server as the process that an editor has forked: the door of the desktop extension. */
import { serveParent } from "./node.ts";

serveParent();
