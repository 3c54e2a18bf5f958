/** A page without any library: shows the first 50 rows, and searches and sorts with the methods of arrays. */
import { box, fetchTaskResult } from '../task-result.js';

const rows = await fetchTaskResult();

/** @param {typeof rows} shown */
function show(shown) {
  const table = document.createElement('table');
  for (const { userName, desc } of shown.slice(0, 50)) {
    const row = table.insertRow();
    row.insertCell().textContent = userName;
    row.insertCell().textContent = desc;
  }
  box.replaceChildren(table);
}

show(rows);

Object.assign(window, {
  search(/** @type {string} */ query) {
    const wanted = query.toLowerCase();
    show(
      rows.filter(
        ({ userName, desc }) =>
          userName.toLowerCase().includes(wanted) || desc.toLowerCase().includes(wanted),
      ),
    );
  },
  sort() {
    show([...rows].sort((a, b) => (a.userName < b.userName ? -1 : Number(a.userName > b.userName))));
  },
});
