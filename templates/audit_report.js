"use strict";
for (const table of document.querySelectorAll("table[data-table]")) {
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));
  const tools = document.querySelector(`[data-for="${table.dataset.table}"]`);
  const count = tools.querySelector("output");
  const filter = () => {
    const words = tools.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...tools.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word)) && chosen.every((select) => row.dataset[select.name] === select.value);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    count.textContent = `${shown} of ${rows.length} shown`;
  };
  tools.addEventListener("input", filter);
  tools.hidden = false;
  filter();
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    head.tabIndex = 0;
    head.setAttribute("role", "button");
    const sort = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const collator = new Intl.Collator("en", { numeric: true });
      const sorted = rows.map(({ row }) => row).sort((one, two) => collator.compare(one.cells[column].textContent, two.cells[column].textContent));
      for (const row of down ? sorted.reverse() : sorted) body.append(row);
    };
    head.addEventListener("click", sort);
    head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
  });
}
