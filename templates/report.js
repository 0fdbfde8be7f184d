"use strict";
for (const list of document.querySelectorAll("[data-list]")) {
  const entries = [...list.querySelectorAll(":scope > details")].map((entry) => ({ entry, text: entry.textContent.toLowerCase() }));
  const tools = document.querySelector(`[data-for="${list.dataset.list}"]`);
  const count = tools.querySelector("output");
  const filter = () => {
    const words = tools.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...tools.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const { entry, text } of entries) {
      const fits = words.every((word) => text.includes(word)) && chosen.every((select) => entry.dataset[select.name] === select.value);
      entry.hidden = !fits;
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
}
const follow = () => {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!target) return;
  if (target.tagName === "DETAILS") { target.hidden = false; target.open = true; }
  target.scrollIntoView();
};
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => { for (const entry of document.querySelectorAll("details")) entry.open = true; });
follow();
