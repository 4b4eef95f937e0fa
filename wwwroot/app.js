// What pages do without asking the server: the theme, ticking clocks, dialogs, copying. Drafts and coming back: keep.js.
(() => {
  "use strict";
  const root = document.documentElement;
  const { t } = window.tabletop;

  // Theme: none (as the system says), dark or light. Set before the first paint.
  const storedTheme = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const applyTheme = theme => {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme; else delete root.dataset.theme;
    for (const button of document.querySelectorAll("[data-theme-switch]"))
      button.setAttribute("aria-label", theme === "dark" ? t("Colours: dark. Change") : theme === "light" ? t("Colours: light. Change") : t("Colours: as the system. Change"));
  };
  applyTheme(storedTheme());
  const switchTheme = () => {
    const systemDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const order = systemDark ? [null, "light", "dark"] : [null, "dark", "light"];
    const next = order[(order.indexOf(storedTheme()) + 1) % order.length];
    try { next ? localStorage.setItem("theme", next) : localStorage.removeItem("theme"); } catch { /* private mode: lasts for this page */ }
    applyTheme(next);
    say(next === "dark" ? t("Colours: dark") : next === "light" ? t("Colours: light") : t("Colours: as the system"));
  };

  // One polite voice for everything that happens in the browser alone.
  const say = text => {
    const voice = document.querySelector("[data-voice]");
    if (voice) voice.textContent = text;
  };

  // Clocks. The server sends a time, a rate and an end; the face runs by itself until the next event.
  const two = n => String(n).padStart(2, "0");
  const long = ms => {
    const d = new Date(ms);
    const day = t("Sun Mon Tue Wed Thu Fri Sat").split(" ")[d.getUTCDay()];
    const month = t("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split(" ")[d.getUTCMonth()];
    return t("{0} {1} {2} {3}", day, d.getUTCDate(), month, `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`);
  };
  const elapsed = ms => {
    const s = Math.max(0, Math.floor(ms / 1000));
    return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  };
  const span = ms => {
    const s = Math.max(0, Math.round(ms / 1000));
    if (s >= 172800) return `${Math.floor(s / 86400)} d ${Math.floor(s / 3600) % 24} h`;
    return s < 3600 ? `${Math.floor(s / 60)}:${two(s % 60)}` : `${Math.floor(s / 3600)} h ${two(Math.floor(s / 60) % 60)} min`;
  };
  const ago = ms => {
    const m = Math.floor(ms / 60000);
    return m < 1 ? t("now") : m < 60 ? `${m} min` : `${Math.floor(m / 60)} h ${m % 60} min`;
  };
  // Blazor keeps hold of the text node, so the node is changed and never replaced.
  const write = (element, text) => {
    if (!element) return;
    if (!element.firstChild) element.append(text);
    else if (element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text;
  };
  const anchors = new WeakMap();
  const anchorOf = (element, stamp, make) => {
    let anchor = anchors.get(element);
    if (!anchor || anchor.stamp !== stamp) anchors.set(element, anchor = { ...make(anchor), stamp });
    return anchor;
  };
  const anchorClock = element => {
    const { key, time, until, rate, elapsed, running } = element.dataset;
    return anchorOf(element, key + time + elapsed + running, before => {
      const now = performance.now();
      const fresh = { key, at: now, time: Date.parse(time), until: Date.parse(until), rate: +rate, elapsed: +elapsed, running: running === "true" };
      // The same stretch drawn again: keep running evenly unless the browser has really drifted.
      const drift = before ? Math.abs(before.elapsed + (now - before.at) - fresh.elapsed) : Infinity;
      return before?.key === key && before.running && fresh.running && drift < 1500 ? before : fresh;
    });
  };
  let clockTime = null;
  const tick = () => {
    const now = performance.now();
    const clock = document.querySelector("[data-clock]");
    let running = false;
    if (clock) {
      const a = anchorClock(clock);
      running = a.running;
      const time = running ? Math.min(a.time + (now - a.at) * a.rate, Math.max(a.until, a.time)) : a.time;
      const step = running ? 60000 * +clock.dataset.step : 60000;
      clockTime = time;
      write(clock.querySelector("[data-clock-time]"), long(Math.floor(time / step) * step));
      write(clock.querySelector("[data-clock-elapsed]"), elapsed(a.elapsed + (running ? now - a.at : 0)));
    }
    for (const element of document.querySelectorAll("[data-countdown]")) {
      const a = anchorOf(element, element.dataset.countdown, () => ({ at: now }));
      write(element, span(+element.dataset.countdown - (running ? now - a.at : 0)));
    }
    for (const element of document.querySelectorAll("[data-in]")) {
      const a = anchorOf(element, element.dataset.in, () => ({ at: now }));
      write(element, span(+element.dataset.in - (now - a.at)));
    }
    for (const element of document.querySelectorAll("[data-ago]")) {
      const a = anchorOf(element, element.dataset.ago, () => ({ at: now }));
      write(element, ago(+element.dataset.ago + (now - a.at)));
    }
    if (clockTime !== null) {
      for (const element of document.querySelectorAll("[data-from][data-to]")) {
        const from = Date.parse(element.dataset.from), to = Date.parse(element.dataset.to);
        element.style.setProperty("--done", Math.min(1, Math.max(0, (clockTime - from) / Math.max(1, to - from))).toFixed(4));
      }
    }
  };
  setInterval(() => { if (!document.hidden) tick(); }, 250);

  // Anything marked may be copied; a dialog is opened by its id and closed by Escape or what is marked so.
  const copy = async button => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say(t("Copied"));
      button.dataset.copied = "";
      setTimeout(() => delete button.dataset.copied, 1500);
    } catch {
      say(t("The browser did not allow copying"));
    }
  };
  document.addEventListener("click", event => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    if (target.closest("[data-theme-switch]")) switchTheme();
    // The page's base address is the site's root: a bare #main would lead there.
    if (target.closest(".skip")) {
      event.preventDefault();
      document.getElementById("main")?.focus();
    }
    const goes = target.closest("[data-goes]");
    if (goes) window.tabletop.goTo(goes.dataset.goes);
    const copied = target.closest("[data-copy]");
    if (copied) copy(copied);
    const opens = target.closest("[data-opens]");
    if (opens) document.getElementById(opens.dataset.opens)?.showModal();
    const closes = target.closest("[data-closes]");
    if (closes) closes.closest("dialog")?.close();
    if (target instanceof HTMLDialogElement && target.id !== "components-reconnect-modal") target.close();
  });
  // "Submitted" means that the page's own code has taken it; the dialog has done its work.
  document.addEventListener("submit", event => event.target.closest?.("dialog[data-closes-on-submit]")?.close());

  // Up and down in a long list.
  document.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = step && [...(event.target.closest?.("[data-arrows]")?.querySelectorAll("a") ?? [])];
    const next = links && links[links.indexOf(event.target) + step];
    if (!next || !links.includes(event.target)) return;
    event.preventDefault();
    next.focus();
  });

  // A list keeps its place while something chosen from it is read: on a phone both share the window, on a wide
  // screen the chosen row is brought into sight unless a hand is over the list. What is read begins at its top.
  let listAt = 0, opened = null;
  document.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest(".col.list a")) listAt = scrollY;
  }, true);
  const keepPlace = () => {
    const columns = document.querySelector(".columns[data-open]");
    const item = new URLSearchParams(location.search).get("item") ?? "";
    if (!columns || item === opened || columns.dataset.open !== String(item !== "")) return;
    const first = opened === null;
    opened = item;
    columns.querySelector(".col.reading")?.scrollTo(0, 0);
    if (!matchMedia("(min-width: 1100px)").matches) {
      if (!first) scrollTo(0, item ? 0 : listAt);
    } else if (!columns.querySelector(".col.list:hover")) {
      columns.querySelector(".col.list [aria-current=true], .col.list .chosen")?.scrollIntoView({ block: "nearest" });
    }
  };

  // A conversation stays at its end, unless somebody has gone back in it.
  const ends = new WeakMap();
  const atEnd = element => element.scrollHeight - element.scrollTop - element.clientHeight < 40;
  document.addEventListener("scroll", event => { if (event.target.dataset?.follow) ends.set(event.target, atEnd(event.target)); }, true);
  const followTalk = () => {
    for (const element of document.querySelectorAll("[data-follow]")) {
      if (element.dataset.followed === element.dataset.follow) continue;
      element.dataset.followed = element.dataset.follow;
      if (ends.get(element) !== false) element.scrollTop = element.scrollHeight;
    }
  };

  // What is long begins folded on a phone; whoever opens it finds it open from then on.
  const phone = matchMedia("(max-width: 799px)");
  const fold = () => {
    for (const element of document.querySelectorAll("details[data-folds]:not([data-folded])")) {
      element.dataset.folded = "";
      if (phone.matches) element.open = false;
    }
  };

  const { restoreDrafts, noteSeen, watchConnection, circuit } = window.tabletop;
  Object.assign(window.tabletop, {
    // Called by the page once its circuit is live.
    live() {
      document.body.dataset.live = "";
      restoreDrafts();
      keepPlace();
      followTalk();
      tick();
    },
    // To what somebody has just opened, or back to where it was opened from.
    goTo(id) {
      const element = document.getElementById(id);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: "nearest" });
    },
  });

  // For the page that plans a start.
  window.ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  document.addEventListener("DOMContentLoaded", () => {
    applyTheme(storedTheme());
    watchConnection();
    fold();
    tick();
    if (document.querySelector("[data-circuit=none]")) restoreDrafts();
    new MutationObserver(() => { if (document.body.dataset.live !== undefined) restoreDrafts(); noteSeen(); keepPlace(); followTalk(); fold(); tick(); }).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["data-time", "data-running", "data-key", "data-countdown", "data-in", "data-ago", "data-open", "data-version", "aria-current", "data-follow"],
    });
    window.Blazor?.start({ circuit });
  });
})();
