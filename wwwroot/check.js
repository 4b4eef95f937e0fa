// What an exercise needs of a browser and its network, tried out.
(() => {
  "use strict";
  const { t } = window.tabletop;

  const found = (id, state, sign, says) => {
    const item = document.querySelector(`[data-check=${id}]`);
    const badge = item.querySelector("[data-sign]");
    badge.className = `badge ${state}`;
    badge.textContent = sign;
    item.querySelector("[data-says]").textContent = says;
  };
  const act = name => document.querySelector(`[data-do=${name}]`);

  const cookies = () => navigator.cookieEnabled
    ? found("cookies", "good", t("fine"), t("Cookies are allowed."))
    : found("cookies", "alarm", t("does not work"), t("Cookies are switched off: you would lose your seat. Allow them for this site."));

  // The handshake of the hub: a proxy that lets the connection open and nothing through is found out too.
  const connection = () => new Promise(done => {
    found("connection", "", t("checking"), "");
    const socket = new WebSocket(new URL("hubs/exercise", document.baseURI.replace(/^http/, "ws")));
    const end = (state, sign, says) => {
      clearTimeout(late);
      socket.onopen = socket.onmessage = socket.onerror = null;
      socket.close();
      found("connection", state, sign, says);
      done();
    };
    const late = setTimeout(() => end("alarm", t("does not work"), t("No answer within ten seconds. A proxy or firewall may hold WebSockets back: ask your network’s people to let them through to this address, or try another network.")), 10000);
    socket.onopen = () => socket.send('{"protocol":"json","version":1}\u001e');
    socket.onmessage = () => end("good", t("fine"), t("It stays open and answers."));
    socket.onerror = () => end("alarm", t("does not work"), t("It can’t be opened. A proxy or firewall may hold WebSockets back: ask your network’s people to let them through to this address, or try another network."));
  });

  const times = async () => {
    found("latency", "", t("checking"), "");
    found("clock", "", t("checking"), "");
    try {
      const rounds = [];
      for (let round = 0; round < 6; round++) {
        const begun = performance.now();
        const sent = Date.now();
        const answer = await fetch("check/time", { cache: "no-store" });
        const server = +await answer.text();
        const took = performance.now() - begun;
        if (!answer.ok || !Number.isFinite(server)) throw new Error(answer.statusText);
        rounds.push({ took, ahead: sent + took / 2 - server });
      }
      // The first opens the connection; the quickest knows the clock best.
      rounds.shift();
      rounds.sort((a, b) => a.took - b.took);
      const middle = Math.round(rounds[Math.floor(rounds.length / 2)].took);
      found("latency", middle < 250 ? "good" : "warn", middle < 250 ? t("fine") : t("slow"), middle < 250
        ? t("{0} ms.", middle)
        : t("{0} ms. It works, with a noticeable pause after each click. A cable or another network helps.", middle));
      const seconds = Math.round(rounds[0].ahead / 1000);
      const off = Math.abs(seconds);
      const minutes = Math.round(off / 60);
      const apart = off <= 2 ? t("As the server’s.")
        : off < 120 ? (seconds > 0 ? t("{0} seconds ahead of the server’s.", off) : t("{0} seconds behind the server’s.", off))
        : seconds > 0 ? t("{0} minutes ahead of the server’s.", minutes) : t("{0} minutes behind the server’s.", minutes);
      found("clock", off <= 30 ? "good" : "warn", off <= 30 ? t("fine") : t("differs"), off <= 30 ? apart : `${apart} ${t("Let the device set its clock by itself, so that you come in time.")}`);
    } catch {
      found("latency", "alarm", t("does not work"), t("The server did not answer. Is the network there?"));
      found("clock", "", t("not checked"), "");
    }
  };

  const sound = async () => {
    try {
      const context = new AudioContext();
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = 660;
      volume.gain.setValueAtTime(0.2, context.currentTime);
      volume.gain.linearRampToValueAtTime(0, context.currentTime + 0.8);
      tone.connect(volume).connect(context.destination);
      tone.start();
      tone.stop(context.currentTime + 0.8);
      tone.onended = () => context.close();
      found("sound", "", t("played"), t("Do you hear it?"));
      act("heard").hidden = act("unheard").hidden = false;
    } catch {
      found("sound", "warn", t("no sound"), t("This browser plays none. You miss nothing that is not shown as well."));
    }
  };

  const notifications = async ask => {
    if (!("Notification" in window)) {
      found("notifications", "warn", t("not here"), t("This browser has none for this site. You miss nothing that is not shown as well."));
      act("notifications").hidden = true;
      return;
    }
    const allowed = ask && Notification.permission === "default" ? await Notification.requestPermission() : Notification.permission;
    if (allowed === "granted") {
      try {
        if (ask) new Notification("Tabletop", { body: t("Notifications work.") });
        found("notifications", "good", t("allowed"), ask ? t("One was shown. If you did not see it, your system holds notifications back.") : "");
      } catch {
        found("notifications", "warn", t("not here"), t("This browser shows none for pages. You miss nothing that is not shown as well."));
      }
    } else if (allowed === "denied") {
      found("notifications", "warn", t("blocked"), t("Blocked for this site. Allow them in the browser’s settings of this site if you want them."));
    } else {
      found("notifications", "", t("not asked yet"), "");
    }
  };

  const all = () => {
    cookies();
    notifications(false);
    return Promise.all([connection(), times()]);
  };

  document.addEventListener("click", event => {
    const name = event.target instanceof Element ? event.target.closest("[data-do]")?.dataset.do : null;
    if (name === "again") all();
    if (name === "sound") sound();
    if (name === "notifications") notifications(true);
    if (name === "heard") found("sound", "good", t("fine"), t("Sound works."));
    if (name === "unheard") found("sound", "warn", t("not heard"), t("Look at the device’s volume, and whether this tab is muted. You miss nothing that is not shown as well."));
  });
  all();
})();
