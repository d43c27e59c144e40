/**
 * The script of the page. It builds every element by itself (`textContent`, never markup), so that no text of a pass can become
 * more than text; and it exchanges a picture for the next one only when that is ready, so that nothing jumps.
 */
export const PAGE_SCRIPT = String.raw`"use strict";
const find = (id) => document.getElementById(id);
const form = find("view").elements;
const NAMES = { front: "Front", back: "Back", watch: "Watch" };
let state = null;
/* Two counts: what is drawn for switches that were turned since is of no use; what was loaded is. */
let turn = 0;
let loads = 0;

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/* Switches: kept in the address, so that a reload shows the same. */
const asked = new URLSearchParams(location.search);
for (const name of ["width", "layout", "zoom"]) {
  const wanted = asked.get(name);
  if ([...form[name].options].some(({ value }) => value === wanted)) form[name].value = wanted;
}
form.dark.checked = asked.get("dark") === "1";
find("view").addEventListener("submit", (event) => event.preventDefault());
find("view").addEventListener("change", ({ target }) => {
  const query = new URLSearchParams({ locale: form.locale.value, width: form.width.value, layout: form.layout.value,
    zoom: form.zoom.value, dark: form.dark.checked ? "1" : "0" });
  history.replaceState(null, "", "?" + query);
  if (target === form.zoom) for (const image of document.querySelectorAll("figure img")) resize(image);
  else draw();
});

function resize(image) {
  const zoom = Number(form.zoom.value) / 100;
  image.width = Math.round(image.dataset.width * zoom);
  image.height = Math.round(image.dataset.height * zoom);
}

function showLanguages({ languages, initial }) {
  /* Not touched without need: a list that someone has opened would close. */
  const same = JSON.stringify(languages);
  if (form.locale.dataset.languages === same) return;
  form.locale.dataset.languages = same;
  const wanted = form.locale.value || asked.get("locale") || initial;
  const options = languages.map(({ tag, name }) => make("option", { value: tag, textContent: name }));
  if (languages.length > 1) options.push(make("option", { value: "*", textContent: "All " + languages.length + " languages" }));
  form.locale.replaceChildren(...options);
  form.locale.value = wanted;
  if (form.locale.selectedIndex < 0) form.locale.selectedIndex = 0;
}

/* What the command was told, where the address says nothing. */
function startWith({ width, layout, dark }) {
  if (!asked.has("width")) form.width.value = width;
  if (!asked.has("layout")) form.layout.value = layout;
  if (!asked.has("dark")) form.dark.checked = dark;
}

function showState(next) {
  if (state === null) startWith(next.start);
  state = next;
  find("name").textContent = next.name + (next.isTemplate ? " (template, with its sample)" : "");
  document.title = (next.problem ? "✗ " : "") + next.name + " · Passwright preview";
  showLanguages(next);
  showProblem(next.problem, next.hasPass);
  find("pictures").classList.toggle("stale", next.problem !== null);
  showFindings(next);
}

function showProblem(problem, hasPass) {
  const bar = find("problem");
  bar.hidden = problem === null;
  if (problem === null) return bar.replaceChildren();
  const { file, line, column, message } = problem;
  const place = [file, line, column].filter((part) => part !== null).join(":");
  const said = [make("strong", { textContent: place === "" ? "Problem" : place }), message];
  if (hasPass) said.push(" The pictures are the last that could be drawn.");
  bar.replaceChildren(...said);
}

function showFindings({ verdict, groups }) {
  const open = new Set([...document.querySelectorAll(".group details[open]")].map(({ dataset }) => dataset.rule));
  find("verdict").replaceChildren(...(verdict === null
    ? ["Nothing can be checked."]
    : [make("b", { className: verdict.isGood ? "good" : "error", textContent: (verdict.isGood ? "✓ " : "✗ ") + verdict.text }), verdict.count]));
  find("groups").replaceChildren(...groups.map((group) => showGroup(group, open)));
}

function showGroup({ rule, severity, count, findings, device, why }, open) {
  const heading = make("h3", {}, make("span", { className: severity, textContent: severity }), " " + rule + (count > 1 ? " ×" + count : ""));
  const node = make("div", { className: "group" }, heading);
  const fixes = new Set(findings.map(({ fix }) => fix));
  let before = "";
  for (const { message, where, fix } of findings) {
    if (message !== before) node.append(make("p", { textContent: message }));
    before = message;
    if (where !== "") node.append(make("p", { className: "where", textContent: where }));
    if (fixes.size > 1 && fix !== "") node.append(make("p", { className: "good", textContent: "Fix: " + fix }));
  }
  if (findings.length < count) node.append(make("p", { textContent: "and " + (count - findings.length) + " more" }));
  const [only] = fixes;
  if (fixes.size === 1 && only !== "") node.append(make("p", { className: "good", textContent: "Fix: " + only }));
  if (device !== "" || why !== "") {
    const details = make("details", { open: open.has(rule) }, make("summary", { textContent: "What a device does, and why" }));
    details.dataset.rule = rule;
    for (const text of [device, why]) if (text !== "") details.append(make("p", { textContent: text }));
    node.append(details);
  }
  return node;
}

/* Pictures: a section a language, a figure a side; what is there is changed, not made anew. */
async function drawPictures(own) {
  const chosen = form.locale.value;
  const languages = state.languages.filter(({ tag }) => chosen === "*" || tag === chosen);
  const sections = [];
  for (const language of languages) {
    const query = new URLSearchParams({ locale: language.tag, width: form.width.value, layout: form.layout.value, dark: form.dark.checked ? "1" : "0" });
    const { faces } = await (await fetch("/faces?" + query)).json();
    const ready = await Promise.all(faces.map(prepare));
    if (own !== turn) return;
    const section = sectionFor(language);
    ready.forEach((face) => showFace(section, face, language));
    if (!section.isConnected) find("pictures").append(section);
    sections.push(section);
  }
  find("pictures").replaceChildren(...sections);
  find("status").textContent = state.problem === null ? "Drawn at " + new Date().toLocaleTimeString() : "Not drawn anew";
}

async function prepare(face) {
  if (face.source === undefined) return { face, image: null };
  const image = make("img", { src: face.source, alt: face.title });
  image.dataset.width = face.width;
  image.dataset.height = face.height;
  resize(image);
  await image.decode().catch(() => undefined);
  return { face, image };
}

function sectionFor({ tag, name }) {
  const known = [...find("pictures").children].find(({ dataset }) => dataset.tag === tag);
  if (known !== undefined) return known;
  const section = make("div", { className: "language" }, make("h3", { textContent: name, lang: "en" }), make("div", { className: "faces" }));
  section.dataset.tag = tag;
  return section;
}

function showFace(section, { face, image }, { tag }) {
  const faces = section.lastElementChild;
  let figure = [...faces.children].find(({ dataset }) => dataset.face === face.face);
  if (figure === undefined) {
    figure = make("figure", { className: face.face }, make("figcaption", { textContent: NAMES[face.face] || face.face }),
      make("div", { className: "frame" }), make("details", {}, make("summary", { textContent: "In words" }), make("ul", { lang: tag })),
      make("ul", { className: "notes" }));
    figure.dataset.face = face.face;
    faces.append(figure);
  }
  const [, frame, words, notes] = figure.children;
  frame.replaceChildren(image === null ? make("p", { className: "error", textContent: face.problem }) : image);
  words.hidden = image === null;
  words.lastElementChild.replaceChildren(...(face.lines || []).map((line) => make("li", { textContent: line })));
  notes.replaceChildren(...(face.notes || []).map(({ message }) => make("li", { textContent: message })));
  notes.hidden = notes.children.length === 0;
}

function draw() {
  if (state !== null) drawPictures(++turn).catch(lost);
}

async function load() {
  const own = ++loads;
  const next = await (await fetch("/state")).json();
  if (own !== loads) return;
  showState(next);
  draw();
}

/* The server is gone, which the stream of events tells, or the request was too late. */
function lost(error) {
  if (!(error instanceof TypeError)) throw error;
}

const events = new EventSource("/events");
events.addEventListener("version", () => void load().catch(lost));
events.addEventListener("error", () => showProblem({ file: null, line: null, column: null, message: "The preview has ended. It goes on when it is started again." }, false));
`;
