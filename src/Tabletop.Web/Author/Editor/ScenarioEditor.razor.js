// The editor: Monaco where there is room for it and it loads, else a text area with a list of what can stand there.
// Both tell the server of each change as a piece, and ask it what can be written and what a word means.
const rest = 300, again = 2000, room = 700, patience = 15000, mostInMessage = 16000;
const hosts = new WeakMap();

export function begin(host, page) {
  // Closed again before it was open.
  if (!host) return;
  const editor = new Editor(host, page);
  hosts.set(host, editor);
  editor.choose();
}

export const set = (host, text, generation, another) => hosts.get(host)?.set(text, generation, another);
export const lock = (host, readOnly) => hosts.get(host)?.lock(readOnly);
export const mark = (host, marks) => hosts.get(host)?.mark(marks);
export const goTo = (host, line, column) => hosts.get(host)?.goTo(line, column);
export const flush = host => hosts.get(host)?.heard();

export function end(host) {
  hosts.get(host)?.end();
  hosts.delete(host);
}

class Editor {
  told = "";
  generation = 0;
  marks = [];
  waiting = 0;
  surface = null;

  constructor(host, page) {
    this.host = host;
    this.page = page;
    this.plain = new PlainText(this, host);
    for (const button of host.querySelectorAll("[data-engine-switch]"))
      button.addEventListener("click", () => {
        keep(button.dataset.engineSwitch);
        this.choose(button.dataset.engineSwitch).then(() => this.surface.focus());
      });
  }

  // The person's own choice counts; without one, the room that there is.
  async choose(engine = kept() ?? (innerWidth < room ? "plain" : "rich")) {
    let surface = this.plain;
    if (engine === "rich") {
      // The text can be read and typed meanwhile.
      if (!this.surface) this.show(this.plain, "plain");
      try {
        surface = new RichText(this, this.host.querySelector(".editor-rich"), await loadMonaco());
      } catch {
        this.host.querySelector(".editor-failed").hidden = false;
      }
    }
    this.show(surface, surface === this.plain ? "plain" : "rich");
  }

  show(surface, name) {
    const before = this.surface;
    if (before === surface || this.ended) return;
    const hadFocus = before?.hasFocus();
    surface.set(before ? before.text() : this.told, true);
    surface.lock(this.readOnly);
    surface.mark(this.marks);
    this.surface = surface;
    this.host.dataset.engine = name;
    surface.shown?.();
    if (before) surface.goTo(...before.caret(), hadFocus);
    if (before && before !== this.plain) before.end();
  }

  set(text, generation, another) {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.told = text;
    this.generation = generation;
    this.surface?.set(text, another);
  }

  lock(readOnly) {
    this.readOnly = readOnly;
    this.surface?.lock(readOnly);
  }

  mark(marks) {
    this.marks = marks;
    this.surface?.mark(marks);
  }

  goTo(line, column) { this.surface?.goTo(line, column, true); }

  typed() {
    if (this.readOnly) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.rested(), rest);
  }

  left() { if (this.waiting) this.rested(); }

  // Tells what has changed; whatever is asked next is asked of the present text, since messages keep their order.
  async tell() {
    const text = this.surface.text();
    if (text === this.told || this.readOnly) return;
    const edit = this.told === null ? null : difference(this.told, text);
    const generation = this.generation;
    this.told = text;
    try {
      if (edit && JSON.stringify(edit.inserted).length * 3 <= mostInMessage
        && await this.page.invokeMethodAsync("Edit", { ...edit, generation, length: text.length })) return;
      await this.page.invokeMethodAsync("Whole", generation, DotNet.createJSStreamReference(new TextEncoder().encode(text)));
    } catch (error) {
      // Nobody knows what has arrived: all of it is told once more, now by itself or with whatever comes first.
      if (this.generation === generation) {
        this.told = null;
        this.waiting ||= this.ended ? 0 : setTimeout(() => this.rested(), again);
      }
      throw error;
    }
  }

  // The hand rests; nobody waits for the answer.
  async rested() {
    try {
      await this.heard();
    } catch (error) {
      if (!this.ended) console.warn(`The server did not hear of what was typed: ${error.message}`);
    }
  }

  // Fails when the server does not hear of it.
  async heard() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    await this.tell();
    await this.page.invokeMethodAsync("Rest");
  }

  async ask(what, line, column) {
    await this.tell();
    return await this.page.invokeMethodAsync(what, line, column);
  }

  end() {
    this.ended = true;
    clearTimeout(this.waiting);
    if (this.surface !== this.plain) this.surface?.end();
  }
}

// The one piece in which two texts differ; never half of a character that takes two units.
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0, end = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return { start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) };
}

const isHigh = unit => unit >= 0xd800 && unit < 0xdc00;
const isLow = unit => unit >= 0xdc00 && unit < 0xe000;

function kept() { try { return localStorage.getItem("editor"); } catch { return null; } }
function keep(engine) { try { localStorage.setItem("editor", engine); } catch { /* private mode: holds for this page */ } }

// ---- a text area, with a list below it ----

class PlainText {
  constructor(editor, host) {
    this.editor = editor;
    this.area = host.querySelector("textarea");
    this.box = host.querySelector(".editor-offers");
    this.list = this.box.querySelector("ul");
    this.help = this.box.querySelector("[data-offer-help]");
    this.voice = host.querySelector("[data-offer-voice]");
    this.area.addEventListener("input", () => {
      editor.typed();
      if (!this.box.hidden) this.offer();
    });
    this.area.addEventListener("blur", () => editor.left());
    this.area.addEventListener("keydown", event => this.key(event));
    this.list.addEventListener("pointerdown", event => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      event.preventDefault();
      this.take(Number(option.dataset.index));
    });
    host.querySelector("[data-offer]").addEventListener("click", () => {
      this.area.focus();
      this.offer();
    });
  }

  text() { return this.area.value; }
  hasFocus() { return document.activeElement === this.area; }
  focus() { this.area.focus(); }
  lock(readOnly) { this.area.readOnly = !!readOnly; }
  mark() { }

  set(text, another) {
    const at = this.area.selectionStart, top = this.area.scrollTop;
    this.close();
    if (this.area.value === text) return;
    this.area.value = text;
    this.area.setSelectionRange(another ? 0 : at, another ? 0 : at);
    this.area.scrollTop = another ? 0 : top;
  }

  caret() {
    const before = this.area.value.slice(0, this.area.selectionStart).split("\n");
    return [before.length, before[before.length - 1].length + 1];
  }

  offset(line, column) {
    const lines = this.area.value.split("\n");
    const at = Math.min(line, lines.length) - 1;
    return lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0) + Math.min(column - 1, lines[at].length);
  }

  goTo(line, column, focus) {
    const caret = this.offset(line, column);
    if (focus) this.area.focus();
    this.area.setSelectionRange(caret, caret);
    const lines = this.area.value.split("\n").length;
    this.area.scrollTop = Math.max(0, this.area.scrollHeight / lines * (line - 1) - this.area.clientHeight / 3);
  }

  key(event) {
    const open = !this.box.hidden;
    if (event.ctrlKey && event.key === " ") {
      event.preventDefault();
      this.offer();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.pick((this.picked + (event.key === "ArrowDown" ? 1 : this.items.length - 1)) % this.items.length);
    } else if (open && event.key === "Enter") {
      event.preventDefault();
      this.take(this.picked);
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.altKey && !this.area.readOnly) {
      // The next line begins where this one does.
      const line = this.area.value.slice(this.area.value.lastIndexOf("\n", this.area.selectionStart - 1) + 1, this.area.selectionStart);
      event.preventDefault();
      this.write("\n" + /^ */.exec(line)[0] + (/:\s*$/.test(line) ? "  " : ""));
    }
  }

  // As typing does, so that it can be undone.
  write(text) {
    if (!document.execCommand("insertText", false, text)) {
      this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  async offer() {
    const [line, column] = this.caret();
    const found = await this.editor.ask("Complete", line, column);
    const [now, at] = this.caret();
    if (now !== line || at !== column) return;
    const text = this.area.value.split("\n")[line - 1];
    const typed = text.slice(found.startColumn - 1, column - 1).toLowerCase();
    this.items = found.items.filter(item => item.label.toLowerCase().includes(typed));
    this.span = [line, found.startColumn, found.endColumn];
    this.list.replaceChildren(...this.items.map((item, index) => {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${index}`;
      option.role = "option";
      option.dataset.index = index;
      const label = document.createElement("b"), detail = document.createElement("span");
      label.textContent = item.label;
      detail.textContent = item.detail;
      option.append(label, " ", detail);
      return option;
    }));
    this.box.hidden = this.items.length === 0;
    this.voice.textContent = this.items.length === 0 ? this.voice.dataset.none : this.voice.dataset.some.replace("{0}", this.items.length);
    if (this.items.length > 0) this.pick(0);
    else this.area.removeAttribute("aria-activedescendant");
  }

  pick(index) {
    this.picked = index;
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", at === index ? "true" : "false"));
    this.list.children[index].scrollIntoView({ block: "nearest" });
    this.area.setAttribute("aria-activedescendant", this.list.children[index].id);
    this.help.textContent = this.items[index].help;
  }

  take(index) {
    const item = this.items[index], [line, from, to] = this.span;
    this.close();
    this.area.focus();
    this.area.setSelectionRange(this.offset(line, from), this.offset(line, to));
    this.write(item.insert);
    const caret = this.area.selectionStart - item.back;
    this.area.setSelectionRange(caret, caret);
  }

  close() {
    this.box.hidden = true;
    this.voice.textContent = "";
    this.area.removeAttribute("aria-activedescendant");
  }
}

// ---- Monaco ----

const files = "_content/BlazorMonaco/lib/monaco-editor/min/vs";
const models = new Map();
let loading = null;

// Its files come from this server, its worker too: the page's policy allows nothing else.
function loadMonaco() {
  loading ??= new Promise((done, fail) => {
    const base = new URL(files, document.baseURI).href;
    const script = document.createElement("script");
    script.src = `${base}/loader.js`;
    script.onerror = fail;
    script.onload = () => {
      globalThis.require.config({ paths: { vs: base } });
      globalThis.require(["vs/editor/editor.main"], () => {
        register(globalThis.monaco);
        done(globalThis.monaco);
      }, fail);
    };
    document.head.append(script);
    setTimeout(fail, patience, new Error("The editor takes too long to load."));
  });
  loading.catch(() => loading = null);
  return loading;
}

// Key, word, name, example, file: as the server numbers them.
const kindNames = ["Property", "EnumMember", "Reference", "Value", "File"];

function register(monaco) {
  monaco.languages.registerCompletionItemProvider("yaml", {
    triggerCharacters: [" ", ":", "[", "{", ","],
    async provideCompletionItems(model, position) {
      const found = await models.get(model)?.ask("Complete", position.lineNumber, position.column);
      const range = found && new monaco.Range(position.lineNumber, found.startColumn, position.lineNumber, found.endColumn);
      return {
        suggestions: (found?.items ?? []).map((item, index) => ({
          label: { label: item.label, description: item.detail },
          kind: monaco.languages.CompletionItemKind[kindNames[item.kind]],
          documentation: item.help,
          insertText: snippet(item),
          // As a snippet for the caret's place, and with its own indentation.
          insertTextRules: 4 | 1,
          filterText: model.getValueInRange(range).startsWith(" ") || item.insert.startsWith(" ") ? undefined : item.label,
          sortText: String(index).padStart(4, "0"),
          range,
          command: item.kind === 0 ? { id: "editor.action.triggerSuggest", title: "" } : undefined,
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider("yaml", {
    async provideHover(model, position) {
      const found = await models.get(model)?.ask("Explain", position.lineNumber, position.column);
      return found && {
        range: new monaco.Range(position.lineNumber, found.startColumn, position.lineNumber, found.endColumn),
        contents: found.text.split("\n").map(value => ({ value: escape(value) })),
      };
    },
  });
  monaco.languages.registerDefinitionProvider("yaml", {
    async provideDefinition(model, position) {
      const found = await models.get(model)?.ask("Explain", position.lineNumber, position.column);
      return found?.definedLine ? { uri: model.uri, range: new monaco.Range(found.definedLine, found.definedColumn, found.definedLine, found.definedColumn) } : null;
    },
  });
  dress(monaco);
  new MutationObserver(() => dress(monaco)).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => dress(monaco));
}

function snippet(item) {
  const safe = text => text.replace(/[\\$}]/g, "\\$&");
  const at = item.insert.length - item.back;
  return safe(item.insert.slice(0, at)) + "$0" + safe(item.insert.slice(at));
}

// The text of a scenario is text, whatever Markdown would make of it.
const escape = text => text.replace(/[\\`*_{}[\]()#+\-.!~|<>&]/g, "\\$&");

// The page's own colours, whichever theme it has.
function dress(monaco) {
  const probe = document.body.appendChild(document.createElement("i"));
  const colour = name => {
    probe.style.color = `var(--${name})`;
    return "#" + getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(part => Number(part).toString(16).padStart(2, "0")).join("");
  };
  const of = Object.fromEntries(["ground", "panel", "raised", "hover", "line", "control", "text", "muted", "accent", "alarm", "warn", "good", "tint"].map(name => [name, colour(name)]));
  probe.remove();
  const token = (name, foreground, fontStyle) => ({ token: name, foreground: foreground.slice(1), fontStyle });
  monaco.editor.defineTheme("tabletop", {
    base: parseInt(of.panel.slice(1, 3), 16) < 128 ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      token("", of.text), token("type", of.accent), token("string", of.text), token("number", of.good), token("keyword", of.warn),
      token("comment", of.muted, "italic"), token("operators", of.muted), token("delimiter", of.muted), token("tag", of.alarm), token("namespace", of.alarm),
    ],
    colors: {
      "editor.background": of.panel, "editor.foreground": of.text, "editorLineNumber.foreground": of.muted, "editorLineNumber.activeForeground": of.text,
      "editorCursor.foreground": of.accent, "editor.selectionBackground": of.tint, "editor.lineHighlightBackground": of.raised, "editor.lineHighlightBorder": "#00000000",
      "editorIndentGuide.background": of.line, "editorIndentGuide.activeBackground": of.control,
      "editorError.foreground": of.alarm, "editorWarning.foreground": of.warn, "focusBorder": of.accent,
      "editorWidget.background": of.panel, "editorWidget.foreground": of.text, "editorWidget.border": of.control,
      "editorSuggestWidget.background": of.panel, "editorSuggestWidget.foreground": of.text, "editorSuggestWidget.border": of.control,
      "editorSuggestWidget.selectedBackground": of.tint, "editorSuggestWidget.selectedForeground": of.text,
      "editorSuggestWidget.highlightForeground": of.accent, "editorSuggestWidget.focusHighlightForeground": of.accent,
      "editorHoverWidget.background": of.panel, "editorHoverWidget.foreground": of.text, "editorHoverWidget.border": of.control,
      "list.hoverBackground": of.hover, "input.background": of.ground, "input.foreground": of.text, "input.border": of.control,
      "editorBracketHighlight.foreground1": of.muted, "editorBracketHighlight.foreground2": of.muted, "editorBracketHighlight.foreground3": of.muted,
    },
  });
  monaco.editor.setTheme("tabletop");
}

class RichText {
  constructor(editor, place, monaco) {
    this.editor = editor;
    this.place = place;
    this.monaco = monaco;
    this.box = place.appendChild(document.createElement("div"));
    this.box.className = "editor-monaco";
    this.model = monaco.editor.createModel("", "yaml");
    this.model.updateOptions({ tabSize: 2, insertSpaces: true });
    models.set(this.model, editor);
    const style = getComputedStyle(place);
    this.code = monaco.editor.create(this.box, {
      model: this.model, theme: "tabletop", ariaLabel: place.dataset.label, automaticLayout: true, accessibilitySupport: "auto",
      fontFamily: style.getPropertyValue("--mono"), fontSize: 13, lineHeight: 20, minimap: { enabled: false }, wordBasedSuggestions: false, links: false,
      quickSuggestions: { other: true, strings: true, comments: false }, quickSuggestionsDelay: 120, scrollBeyondLastLine: false, fixedOverflowWidgets: true,
      folding: true, renderLineHighlight: "line", bracketPairColorization: { enabled: false }, unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
      suggest: { showStatusBar: false, preview: false, snippetsPreventQuickSuggestions: false }, padding: { top: 8, bottom: 8 }, stickyTabStops: true,
    });
    // Monaco speaks through two nodes that are landmarks without a name.
    for (const voice of document.querySelectorAll(".monaco-status")) voice.setAttribute("role", "status");
    this.code.onDidChangeModelContent(() => { if (!this.setting) editor.typed(); });
    this.code.onDidBlurEditorText(() => editor.left());
    // No trap for the keyboard: after Escape, the next Tab goes on to what follows the editor.
    this.box.addEventListener("keydown", event => {
      if (event.key === "Tab" && this.leaving) event.stopPropagation();
      const plain = event.key === "Escape" && !this.code.getContribution("editor.contrib.suggestController")?.model?.state;
      this.leaving = plain || this.leaving && event.key === "Shift";
    }, true);
  }

  text() { return this.model.getValue(1); }
  hasFocus() { return this.code.hasTextFocus(); }
  focus() { this.code.focus(); }
  lock(readOnly) { this.code.updateOptions({ readOnly: !!readOnly }); }
  shown() { this.code.layout(); }

  set(text, another) {
    if (this.text() === text) return;
    this.setting = true;
    if (another) this.model.setValue(text);
    else this.model.pushEditOperations([], [{ range: this.model.getFullModelRange(), text }], () => null);
    this.model.setEOL(0);
    this.setting = false;
    if (another) {
      this.code.setPosition({ lineNumber: 1, column: 1 });
      this.code.setScrollTop(0);
    }
  }

  mark(marks) {
    this.monaco.editor.setModelMarkers(this.model, "tabletop", marks.map(found => ({
      startLineNumber: found.line, startColumn: found.column, endLineNumber: found.line, endColumn: found.column + found.length,
      message: found.text, severity: found.isError ? 8 : 4,
    })));
  }

  caret() {
    const { lineNumber, column } = this.code.getPosition();
    return [lineNumber, column];
  }

  goTo(line, column, focus) {
    this.code.setPosition({ lineNumber: line, column });
    this.code.revealPositionInCenter({ lineNumber: line, column });
    if (focus) this.code.focus();
  }

  end() {
    models.delete(this.model);
    this.code.dispose();
    this.model.dispose();
    this.box.remove();
  }
}
