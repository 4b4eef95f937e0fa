// Arrow keys in the picture: left and right along a row, up and down to what is nearest in the next one.
export function walk(picture) {
  // The page was left before it was ready.
  if (!picture) return;
  const marks = () => [...picture.querySelectorAll("a[data-lane]")];
  const rowOf = mark => mark.closest("[data-story]").dataset.story + "/" + mark.dataset.lane;
  const middle = mark => {
    const box = mark.getBoundingClientRect();
    return box.left + Math.min(box.width, 18) / 2;
  };
  const rows = () => {
    const found = new Map();
    for (const mark of marks()) {
      const row = rowOf(mark);
      if (!found.has(row)) found.set(row, []);
      found.get(row).push(mark);
    }
    return [...found.values()];
  };
  const next = (mark, key) => {
    const all = rows();
    const at = all.findIndex(row => row.includes(mark));
    const row = all[at];
    const index = row.indexOf(mark);
    const nearest = other => other?.reduce((best, item) => Math.abs(middle(item) - middle(mark)) < Math.abs(middle(best) - middle(mark)) ? item : best);
    switch (key) {
      case "ArrowLeft": return row[index - 1];
      case "ArrowRight": return row[index + 1];
      case "ArrowUp": return nearest(all[at - 1]);
      case "ArrowDown": return nearest(all[at + 1]);
      case "Home": return row[0];
      case "End": return row[row.length - 1];
      default: return undefined;
    }
  };
  picture.addEventListener("keydown", event => {
    const mark = event.target.closest?.("a[data-lane]");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const to = next(mark, event.key);
    if (!to) return;
    to.setAttribute("tabindex", "0");
    to.focus();
  });
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
  // One stop for the Tab key: where the focus was last.
  picture.addEventListener("focusin", event => {
    const mark = event.target.closest?.("a[data-lane]");
    if (!mark) return;
    for (const other of marks()) if (other !== mark && other.getAttribute("tabindex") === "0") other.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
  });
  picture.dataset.walks = "";
}

// Brings the chosen mark into sight when it is not: above the panel, and inside a picture that is wider than the screen.
export function show(picture) {
  const mark = picture?.querySelector(".chosen .hit");
  if (!mark) return;
  const box = mark.getBoundingClientRect(), frame = picture.getBoundingClientRect();
  if (picture.scrollWidth > picture.clientWidth) picture.scrollLeft += box.left + Math.min(box.width, 40) / 2 - (frame.left + frame.right) / 2;
  const panel = document.querySelector(".event-panel")?.offsetHeight ?? 0;
  if (box.top < 0 || box.bottom > innerHeight - panel) scrollBy(0, box.top - (innerHeight - panel) / 2);
}
