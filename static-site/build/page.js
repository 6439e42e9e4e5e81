// What the bundle begins with. The page itself is then a chunk that the views besides the first one share (see bundle.mjs).
import "../scripts/main.js";
