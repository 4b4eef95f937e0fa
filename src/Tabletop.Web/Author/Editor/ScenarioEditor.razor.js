// The plain editor: a text area that tells the server when the hand rests.
const rest = 300;

export function begin(area, page) {
  let waiting = 0;
  const tell = () => {
    clearTimeout(waiting);
    waiting = 0;
    page.invokeMethodAsync("Flush");
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, rest);
  });
  area.addEventListener("blur", () => { if (waiting) tell(); });
}

export function set(area, text) {
  area.value = text;
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
}

export function text(area) {
  return new Blob([area.value]);
}

export function goTo(area, line, column) {
  const lines = area.value.split("\n");
  const at = Math.min(line, lines.length) - 1;
  const before = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  const caret = before + Math.min(column - 1, lines[at].length);
  area.focus();
  area.setSelectionRange(caret, caret);
  area.scrollTop = Math.max(0, area.scrollHeight / lines.length * at - area.clientHeight / 3);
}
