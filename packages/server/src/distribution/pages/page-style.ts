import { createHash } from "node:crypto";

/**
 * The style of every public page. Colours have at least 4.5 : 1 to their ground in both schemes (WCAG 2.2, 1.4.3), targets are 44
 * points high, sizes are in rem and follow the visitor's, and nothing moves.
 */
const STYLE = `
:root{color-scheme:light dark;--ground:#f5f5f3;--sheet:#fff;--ink:#17181a;--quiet:#55585e;--line:#d9dadd;--act:#17181a;--act-ink:#fff;--link:#0a57c2;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--ground:#121315;--sheet:#1d1f22;--ink:#f1f1ef;--quiet:#b1b4ba;--line:#3a3d42;--act:#f1f1ef;--act-ink:#17181a;--link:#8fbcff;--bad:#ffb4ab}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans JP",sans-serif;overflow-wrap:anywhere}
main{max-width:30rem;margin:0 auto;padding:1.5rem 1rem 1rem;min-height:calc(100vh - 9rem)}
header{text-align:center;margin:0 0 1.25rem}
h1{font-size:1.375rem;line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
h2{font-size:1.0625rem;line-height:1.3;margin:0 0 .5rem;font-weight:650}
p{margin:.5rem 0}
.quiet{color:var(--quiet);font-size:.9375rem}
.pass{display:block;width:min(17.5rem,78vw);height:auto;margin:0 auto 1.25rem;filter:drop-shadow(0 6px 18px rgb(0 0 0/.22))}
.note{text-align:center;margin:0 0 1.25rem}
.acts{display:grid;gap:.75rem;justify-items:center;margin:0 0 1.25rem}
.acts>p{margin:0;text-align:center}
.act{display:inline-flex;align-items:center;justify-content:center;gap:.5rem;min-height:3rem;min-width:min(17.5rem,100%);padding:.625rem 1.5rem;border:1px solid var(--act);border-radius:.75rem;background:var(--act);color:var(--act-ink);font:inherit;font-weight:600;text-decoration:none;text-align:center;cursor:pointer}
.act.second{background:transparent;color:var(--ink);border-color:var(--quiet);font-weight:500}
.badge{display:inline-block;padding:.3125rem}
.badge img{display:block;height:3rem;width:auto;max-width:100%}
a{color:var(--link)}
a:focus-visible,button:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:3px solid var(--link);outline-offset:2px}
section,details{background:var(--sheet);border:1px solid var(--line);border-radius:.875rem;padding:1rem;margin:0 0 .75rem}
details{padding:0 1rem}
summary{min-height:2.75rem;padding:.625rem 0;cursor:pointer;font-weight:600}
details>:last-child{margin-bottom:1rem}
.scan{display:flex;gap:1rem;align-items:center;flex-wrap:wrap}
.scan>div{flex:1 1 9rem}
.qr{display:block;width:9.5rem;height:9.5rem;border-radius:.5rem}
ul.text{margin:0 0 1rem;padding:0;list-style:none}
ul.text li{padding:.375rem 0;border-top:1px solid var(--line)}
ul.text li:first-child{border-top:0}
label,legend{display:block;font-weight:600;margin:1rem 0 .25rem}
label .quiet{font-weight:400}
input,select,textarea{display:block;width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--quiet);border-radius:.5rem;background:var(--sheet);color:var(--ink);font:inherit}
textarea{min-height:6rem}
.check{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;margin:.5rem 0 0}
.check input{width:1.5rem;height:1.5rem;min-height:0;flex:none}
.check label{margin:0;padding:.625rem 0;flex:1}
.bad{color:var(--bad);margin:.25rem 0 0;font-weight:500}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
form .act{margin-top:1.25rem;width:100%}
form.bare{display:contents}
form.bare .act{margin:0;width:auto}
footer{max-width:30rem;margin:0 auto;padding:0 1rem 1.5rem;text-align:center}
nav ul{display:flex;flex-wrap:wrap;justify-content:center;gap:.125rem;margin:0;padding:0;list-style:none}
nav a,nav span{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;min-width:2.75rem;padding:0 .5rem;font-size:.9375rem}
nav span{color:var(--quiet)}
@media(forced-colors:active){.act{border:2px solid}}
@media print{footer,.acts,details,section{display:none}}
`.replaceAll(/\n/gu, "");

export const PAGE_STYLE = STYLE;

/**
 * What a public page may do: show its own style and pictures of its own server, send its form there, and nothing else. No script at
 * all runs, and no page frames it.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What a picture may do that someone opens by itself: nothing but show its own style. */
export const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";
