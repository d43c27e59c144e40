/** The style of the page: light and dark as the browser says, contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #e7e7e3; --panel: #fff; --ink: #1c1c1e; --soft: #5b5b60; --line: #c4c4bf; --link: #0a58ca;
  --error: #b3261e; --warning: #8a5300; --info: #1f5fa8; --good: #1a6b35; }
@media (prefers-color-scheme: dark) { :root { --ground: #161618; --panel: #222225; --ink: #f2f2f4; --soft: #b0b0b8; --line: #3c3c42; --link: #8ab4f8;
  --error: #ff8a80; --warning: #ffc266; --info: #8ec1ff; --good: #7ddc98; } }
* { box-sizing: border-box; }
html { scrollbar-gutter: stable; }
body { margin: 0; padding-bottom: 7rem; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-anchor: none; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding: 1.25rem 1.5rem 0; }
h1 { margin: 0; font-size: 1.25rem; overflow-wrap: anywhere; }
#status { margin: 0; min-height: 1.5em; color: var(--soft); }
form { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding: .75rem 1.5rem 1rem; border-bottom: 1px solid var(--line); }
label { display: inline-flex; align-items: center; gap: .5rem; color: var(--soft); }
select { font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .5rem; max-width: 16rem; }
input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#pictures { padding: 1.5rem; min-height: 30rem; }
#pictures.stale figure .frame { opacity: .55; }
.language { margin: 0 0 2rem; }
.language > h3 { margin: 0 0 .75rem; font-size: 1rem; }
.faces { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1.5rem 2.5rem; }
figure { margin: 0; max-width: 100%; width: min-content; min-width: 12rem; }
figcaption { margin: 0 0 .5rem; font-weight: 600; color: var(--soft); }
.frame { overflow-x: auto; width: max-content; max-width: calc(100vw - 3rem); }
figure img { display: block; filter: drop-shadow(0 1px 5px rgb(0 0 0 / .28)); }
figure.back img { border-radius: 14px; outline: 1px solid var(--line); filter: none; }
figure.watch img { border-radius: 26px; filter: none; outline: 1px solid var(--line); }
figure details, .notes { margin: .75rem 0 0; font-size: .9rem; }
summary { cursor: pointer; color: var(--link); }
figure details ul, .notes { padding-left: 1.2rem; }
figure li { overflow-wrap: anywhere; }
.notes { color: var(--warning); }
#findings { margin: 0 1.5rem; padding: 1rem 1.25rem; background: var(--panel); border: 1px solid var(--line); border-radius: 10px; max-width: 62rem; min-height: 8rem; }
h2 { margin: 0 0 .5rem; font-size: 1.05rem; }
#verdict { margin: 0 0 .5rem; }
#verdict b { margin-right: .5rem; }
.good { color: var(--good); } .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
.group { padding: .6rem 0; border-top: 1px solid var(--line); }
.group h3 { margin: 0; font-size: .95rem; }
.group p { margin: .15rem 0 0; overflow-wrap: anywhere; }
.where { color: var(--soft); font: .85rem/1.5 ui-monospace, monospace; }
.group details { margin-top: .25rem; font-size: .9rem; }
aside { position: fixed; inset: auto 0 0 0; padding: .9rem 1.5rem; max-height: 6.5rem; overflow: auto; background: #5c1512; color: #fff; overflow-wrap: anywhere; box-shadow: 0 -2px 10px rgb(0 0 0 / .3); }
aside strong { margin-right: .6rem; }
@media (prefers-reduced-motion: no-preference) { .frame { transition: opacity .15s; } }
`;
