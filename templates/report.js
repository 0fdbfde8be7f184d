"use strict";
const made = (name, ...inside) => {
  const one = document.createElement(name);
  one.append(...inside);
  return one;
};
// A large report holds its tests as data in which a text that occurs twice stands once.
const packed = document.getElementById("packed");
if (packed) {
  const { words, tests } = JSON.parse(packed.textContent);
  const say = (told) => (typeof told === "number" ? words[told] : told).split("\u0001").map((part, at) => {
    if (at % 2 === 0) return part;
    const blank = made("span", part);
    blank.className = "blank";
    return blank;
  });
  const between = (sign, parts) => parts.flatMap((part, at) => (at ? [sign(), ...part] : part));
  const link = ([text, anchor]) => {
    if (!anchor) return say(text);
    const one = made("a", ...say(text));
    one.href = `#${say(anchor)[0]}`;
    return [one];
  };
  const piece = (told) => {
    if (!Array.isArray(told)) return say(told);
    return [made("mark", ...say(told[0])), ...(told[1] ? [made("sup", ...say(told[1]))] : [])];
  };
  const source = ([id, anchor, lines, criteria]) => {
    const shown = made("blockquote", ...link([id, anchor]), ...lines.map((line) => made("p", ...line.flatMap(piece))));
    if (criteria.length) shown.append(made("p", made("b", "Acceptance criteria"), " ", ...criteria.flatMap(piece)));
    return shown;
  };
  const fact = ([heading, lines]) => {
    const links = Array.isArray(lines[0]);
    const shown = between(() => (links ? ", " : made("br")), lines.map(links ? link : say));
    return [made("dt", ...say(heading)), made("dd", ...shown)];
  };
  const step = ([number, action, expected, evidence, restsOn, quote]) => {
    const cells = [number, action, expected, evidence, restsOn].map((told) => made("td", ...say(told)));
    if (expected === "") cells[2].append(made("em", "Set-up step: nothing to judge."));
    if (quote !== undefined) cells[4].append(made("br"), made("mark", ...say(quote)));
    return made("tr", ...cells);
  };
  const heads = ["Step", "Action", "Expected result", "Evidence", "Rests on"];
  const entries = document.querySelectorAll("[data-list=tests] > details > div");
  tests.forEach(([sources, facts, steps], at) => {
    const [objective, criterion] = entries[at].querySelectorAll("dl");
    entries[at].prepend(...sources.map(source));
    objective.append(...facts.flatMap(fact));
    const head = made("thead", made("tr", ...heads.map((text) => made("th", text))));
    criterion.before(made("table", head, made("tbody", ...steps.map(step))));
  });
}
for (const list of document.querySelectorAll("[data-list]")) {
  const entries = [...list.querySelectorAll(":scope > details")].map((entry) => ({
    entry,
    text: entry.textContent.toLowerCase(),
    kinds: [...entry.querySelectorAll(":scope > summary small")].map((kind) => kind.textContent),
  }));
  // The browser lays out no group that is out of sight: filtering takes the same time however long the list is.
  const groups = [];
  for (let at = 0; at < entries.length; at += 25) {
    const held = entries.slice(at, at + 25);
    const group = made("div", ...held.map((one) => one.entry));
    group.className = "group";
    groups.push({ group, held });
    group.addEventListener("toggle", () => group.classList.toggle("unfolded", held.some((one) => one.entry.open)), true);
    list.append(group);
  }
  const tools = document.querySelector(`[data-for="${list.dataset.list}"]`);
  const count = tools.querySelector("output");
  const filter = () => {
    const words = tools.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...tools.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const { group, held } of groups) {
      let here = 0;
      for (const { entry, text, kinds } of held) {
        const fits = words.every((word) => text.includes(word)) && chosen.every((select) => kinds[select.name] === select.value);
        if (entry.hidden === fits) entry.hidden = !fits;
        here += fits ? 1 : 0;
      }
      group.hidden = here === 0;
      group.style.containIntrinsicBlockSize = `${here * 3}rem`;
      shown += here;
    }
    count.textContent = `${shown} of ${entries.length} shown`;
  };
  tools.addEventListener("input", filter);
  tools.addEventListener("click", (event) => {
    if (event.target.name !== "open" && event.target.name !== "close") return;
    for (const { entry } of entries) if (!entry.hidden) entry.open = event.target.name === "open";
  });
  tools.hidden = false;
  filter();
  const point = (event) => {
    const row = event.target.closest("tbody tr");
    const inside = event.target.closest("details");
    if (!inside) return;
    const step = row ? row.cells[0].textContent : "";
    for (const mark of inside.querySelectorAll("blockquote mark")) {
      let end = mark;
      while (end && end.tagName !== "SUP") end = end.nextElementSibling;
      mark.classList.toggle("now", Boolean(step && end && end.textContent.split(", ").includes(step)));
    }
  };
  list.addEventListener("mouseover", point);
}
const follow = () => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!target) return;
  if (target.tagName === "DETAILS") {
    target.hidden = target.parentElement.hidden = false;
    target.open = true;
  }
  target.scrollIntoView();
};
addEventListener("hashchange", follow);
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const entry of opened) entry.open = true;
});
addEventListener("afterprint", () => { for (const entry of opened) entry.open = false; });
follow();
