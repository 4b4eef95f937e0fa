// A sound and a notification of the browser when something comes, if the person wants them. Kept by this browser.
(() => {
  "use strict";
  const { t } = window.tabletop;
  const wants = name => { try { return localStorage.getItem(name) === "on"; } catch { return false; } };
  const keep = (name, on) => { try { on ? localStorage.setItem(name, "on") : localStorage.removeItem(name); } catch { /* private mode: not kept */ } };

  // Two short tones. A browser makes none before the person has touched the page; what comes is seen in any case.
  let audio = null;
  const wake = () => {
    if (!wants("sound") || !window.AudioContext) return;
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume().catch(() => { /* not yet allowed */ });
  };
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, wake, { capture: true, passive: true });
  const ring = () => {
    wake();
    if (!audio || audio.state !== "running") return false;
    for (const [after, pitch] of [[0, 660], [0.16, 880]]) {
      const tone = audio.createOscillator(), loud = audio.createGain(), at = audio.currentTime + after;
      tone.frequency.value = pitch;
      loud.gain.setValueAtTime(0, at);
      loud.gain.linearRampToValueAtTime(0.12, at + 0.02);
      loud.gain.exponentialRampToValueAtTime(0.001, at + 0.15);
      tone.connect(loud).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.16);
    }
    return true;
  };

  const able = () => "Notification" in window;
  const tell = text => {
    if (!wants("notifications") || !able() || Notification.permission !== "granted") return;
    // Whoever looks at the page sees it there.
    if (!document.hidden && document.hasFocus()) return;
    try {
      const note = new Notification(document.querySelector(".bar-title")?.textContent ?? "Tabletop", { body: text, tag: "tabletop-arrival" });
      note.onclick = () => { window.focus(); note.close(); };
    } catch { /* some browsers only let a service worker do it */ }
  };

  // The page counts what has come since it was opened, and says what it was.
  let told = null;
  const arrive = () => {
    const page = document.querySelector("[data-arrived]");
    if (!page) return;
    const { arrived, arrivedSays } = page.dataset;
    if (told === null || +arrived < told) told = 0;
    if (+arrived > told) {
      if (wants("sound")) ring();
      tell(arrivedSays);
    }
    told = +arrived;
  };

  // The dialog with the two settings.
  const say = text => { for (const line of document.querySelectorAll("[data-alerts-says]")) line.textContent = text; };
  const state = () => !able() ? t("This browser has no notifications; the sound and the number in the tab’s title remain.")
    : Notification.permission === "denied" ? t("This browser does not let this site notify you. Allow it in the browser’s settings for this site.") : "";
  const show = () => {
    for (const box of document.querySelectorAll("[data-alerts]")) {
      const name = box.dataset.alerts;
      box.checked = wants(name) && (name === "sound" || (able() && Notification.permission === "granted"));
      box.disabled = name === "notifications" && !able();
    }
    say(state());
  };
  document.addEventListener("click", event => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-opens=alerts-dialog]")) show();
    if (target?.closest("[data-alerts-try]")) say(wants("sound") ? (ring() ? t("That is how it sounds.") : t("The browser plays no sound here.")) : t("Switch the sound on first."));
  });
  document.addEventListener("change", async event => {
    const box = event.target.closest?.("[data-alerts]");
    if (!box) return;
    if (box.dataset.alerts === "notifications" && box.checked && await Notification.requestPermission() !== "granted") box.checked = false;
    keep(box.dataset.alerts, box.checked);
    say(state());
    if (box.dataset.alerts === "sound" && box.checked) ring();
  });

  document.addEventListener("DOMContentLoaded", () => {
    arrive();
    new MutationObserver(arrive).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-arrived"] });
  });
})();
