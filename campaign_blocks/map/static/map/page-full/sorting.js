/* Tables marked data-sortable get a button in each heading; aria-sort says the order. */
function sortTables() {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    table.querySelectorAll("thead th").forEach((heading, column) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "table__sort" });
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading, column));
      heading.append(button);
    });
  }
}

function sort(table, heading, column) {
  const numbers = heading.classList.contains("table__number");
  const up = heading.getAttribute("aria-sort") === (numbers ? "descending" : null) || (!numbers && heading.getAttribute("aria-sort") !== "ascending");
  const text = (row) => row.cells[column].textContent.trim();
  const compare = numbers ? (a, b) => text(a) - text(b) : (a, b) => text(a).localeCompare(text(b));
  const rows = [...table.tBodies[0].rows].sort((a, b) => (up ? compare(a, b) : compare(b, a)));
  table.tBodies[0].append(...rows);
  for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
}
