// Ctrl+S saves, wherever the focus is on the page.
let ending = null;

export function begin(page) {
  ending?.abort();
  ending = new AbortController();
  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      page.invokeMethodAsync("Save");
    }
  }, { signal: ending.signal, capture: true });
}

export function end() {
  ending?.abort();
}
