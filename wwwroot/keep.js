// What a browser keeps for its person (half-written forms, how far has been seen), and how a page comes back after a cut.
(() => {
  "use strict";
  const root = document.documentElement;

  // Kept by page, person and name. What belongs to a seat outlives its tab; what belongs to nobody ends with it.
  const mark = "tabletop:";
  const lasts = 7 * 24 * 3600 * 1000;
  const person = () => document.querySelector("[data-person]")?.dataset.person ?? "";
  const shelf = () => person() ? localStorage : sessionStorage;
  const keyOf = name => `${mark}${location.pathname}:${person()}:${name}`;
  const keep = (name, value) => {
    try {
      if (value) shelf().setItem(keyOf(name), `${Date.now()}|${value}`); else shelf().removeItem(keyOf(name));
    } catch { /* private mode or full: not kept */ }
  };
  const kept = name => {
    try {
      const text = shelf().getItem(keyOf(name));
      return text === null ? null : text.slice(text.indexOf("|") + 1);
    } catch {
      return null;
    }
  };
  const sweep = () => {
    try {
      for (const key of Object.keys(localStorage))
        if (key.startsWith(mark) && !(Date.now() - parseInt(localStorage.getItem(key), 10) < lasts)) localStorage.removeItem(key);
    } catch { /* nothing kept */ }
  };

  // What somebody was writing. The page's own code hears of a restored value as if it had been typed.
  const nameOf = element => `draft:${element.dataset.draft}`;
  const tell = element => { for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true })); };
  const given = element => element.type === "radio" ? element.checked : element.value !== "";
  // A draft that changes something keeps the version it began over, in the same moment: the server is not asked, it may be away.
  document.addEventListener("input", event => {
    const element = event.target;
    if (element.dataset?.draft === undefined || (element.type === "radio" && !element.checked)) return;
    const base = element.dataset.draftBase;
    if (base !== undefined && (element.value === "" || kept(nameOf(element)) === null)) keep(`base:${element.dataset.draft}`, element.value && base);
    keep(nameOf(element), element.value);
  });
  // What stands on the screen is what is sent: whatever was lost on the way before is told again ahead of the form.
  addEventListener("submit", event => {
    for (const element of event.target.querySelectorAll("[data-draft]")) if (given(element)) tell(element);
  }, true);
  const restore = element => {
    element.dataset.restored = element.dataset.draft;
    const draft = kept(nameOf(element));
    // Where something stands already, only what says so gives way to what was being written.
    if (draft === null || (given(element) && (element.dataset.draftWins === undefined || draft === element.value))) return;
    if (element.type === "radio") {
      if (draft !== element.value) return;
      element.checked = true;
    } else {
      element.value = draft;
    }
    tell(element);
  };
  const restoreDrafts = () => {
    for (const element of document.querySelectorAll("[data-draft]"))
      if (element.dataset.restored !== element.dataset.draft) restore(element);
  };

  // How far somebody has seen: the version that the page showed last while it was connected.
  let page = null, seenAtCut = null;
  const noteSeen = () => {
    const live = document.querySelector("[data-version]");
    if (live && page && root.dataset.cut === undefined) keep("seen", live.dataset.version);
  };

  // Coming back. The circuit first; after a restart of the server it is gone, and the page loads anew.
  let connection = null;
  const dialog = () => document.getElementById("components-reconnect-modal");
  const cut = () => {
    if (root.dataset.cut === undefined) seenAtCut = kept("seen");
    root.dataset.cut = "";
    if (dialog() && !dialog().open) dialog().show();
  };
  const back = () => {
    dialog()?.close();
    delete root.dataset.cut;
    // What was typed meanwhile has not reached the server.
    for (const element of document.querySelectorAll("[data-draft]")) if (given(element)) tell(element);
    page?.invokeMethodAsync("Back", seenAtCut).catch(() => { /* another page by now */ });
    noteSeen();
  };
  const waitForServer = async () => {
    for (;;) {
      await new Promise(done => setTimeout(done, 1000));
      try {
        if ((await fetch("/health", { cache: "no-store" })).ok) return location.reload();
      } catch { /* not yet */ }
    }
  };
  const watchConnection = () => {
    dialog()?.addEventListener("components-reconnect-state-changed", event => {
      const state = event.detail.state;
      if (state === "hide") {
        back();
      } else if (state === "rejected" || state === "resume-failed") {
        location.reload();
      } else {
        cut();
        if (state === "failed") waitForServer();
      }
    });
    if (!dialog()) return;
    // A socket takes long to notice a network that has gone; the browser knows at once, and knows when it is back.
    // Blazor tries again at once when a page comes into sight: that is how it is told.
    addEventListener("offline", () => { cut(); connection?.stop(); });
    addEventListener("online", () => document.dispatchEvent(new Event("visibilitychange")));
  };
  const circuit = {
    configureSignalR(builder) {
      const build = builder.build.bind(builder);
      builder.withServerTimeout(8000).build = () => connection = build();
    },
    reconnectionOptions: { maxRetries: 180, retryIntervalMilliseconds: n => n === 0 ? 0 : 1000 },
  };

  // Words in the language of the page: the server puts them there as data, by their English.
  const words = new WeakMap();
  const wordsIn = block => {
    if (!words.has(block)) words.set(block, JSON.parse(block.textContent));
    return words.get(block);
  };
  const t = (text, ...values) => {
    for (const block of document.querySelectorAll("script[data-texts]")) {
      const said = wordsIn(block)[text];
      if (said !== undefined) {
        text = said;
        break;
      }
    }
    return text.replace(/\{(\d)\}/g, (_, index) => values[+index]);
  };

  sweep();
  window.tabletop = {
    t,
    keep,
    kept,
    restoreDrafts,
    noteSeen,
    watchConnection,
    circuit,
    forgetDraft(...names) {
      for (const name of names) for (const kind of ["draft", "base"]) keep(`${kind}:${name}`, "");
    },
    // Called by a participant's page: how far this person has seen here, and whom to tell after a cut.
    watchSeen(reference) {
      const before = kept("seen");
      page = reference;
      noteSeen();
      return before;
    },
  };
})();
