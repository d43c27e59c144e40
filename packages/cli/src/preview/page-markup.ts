import { WATCH_LAYOUTS } from "../render/draw-face.ts";
import { PHONES } from "../render/screen-width.ts";

const DEFAULT_WIDTH = 390;
const ZOOMS = [50, 75, 100, 125, 150, 200] as const;

function options(list: readonly (readonly [value: string, text: string])[], chosen: string): string {
  return list.map(([value, text]) => `<option value="${value}"${value === chosen ? " selected" : ""}>${text}</option>`).join("");
}

const widths = options(
  Object.values(PHONES).map((points) => [String(points), `${points} points`]),
  String(DEFAULT_WIDTH),
);
const zooms = options(
  ZOOMS.map((percent) => [String(percent), `${percent} %`]),
  "100",
);
const layouts = options(
  WATCH_LAYOUTS.map((name) => [name, name]),
  WATCH_LAYOUTS[0],
);

/** The body of the page: landmarks and switches. What the folder holds is put in by the script. */
export const PAGE_MARKUP = `<header>
<h1 id="name">Preview</h1>
<p id="status" role="status">Drawing…</p>
</header>
<form id="view" aria-label="View">
<label>Language <select name="locale"></select></label>
<label>Phone <select name="width">${widths}</select></label>
<label>Watch <select name="layout">${layouts}</select></label>
<label>Size <select name="zoom">${zooms}</select></label>
<label class="switch"><input type="checkbox" name="dark"> Dark mode</label>
</form>
<main>
<section aria-labelledby="pictures-title">
<h2 id="pictures-title" class="unseen">Pictures</h2>
<div id="pictures"></div>
</section>
<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<p id="verdict"></p>
<div id="groups"></div>
</section>
</main>
<aside id="problem" role="alert" aria-label="Problem" hidden></aside>`;
