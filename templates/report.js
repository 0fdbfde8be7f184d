"use strict";
for (const list of document.querySelectorAll("[data-list]")) {
  const entries = [...list.querySelectorAll(":scope > details")].map((entry) => ({
    entry,
    text: entry.textContent.toLowerCase(),
    kinds: [...entry.querySelectorAll(":scope > summary small")].map((kind) => kind.textContent),
  }));
  const tools = document.querySelector(`[data-for="${list.dataset.list}"]`);
  const count = tools.querySelector("output");
  const filter = () => {
    const words = tools.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...tools.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const { entry, text, kinds } of entries) {
      const fits = words.every((word) => text.includes(word)) && chosen.every((select) => kinds[select.name] === select.value);
      if (entry.hidden === fits) entry.hidden = !fits;
      shown += fits ? 1 : 0;
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
  if (target.tagName === "DETAILS") { target.hidden = false; target.open = true; }
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
