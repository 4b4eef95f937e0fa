// On the slider the space bar plays and pauses; without it the page would scroll.
export function listen(player) {
  // The page was left before it was ready.
  if (!player) return;
  player.addEventListener("keydown", event => {
    if (event.key !== " " || event.target.type !== "range" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    player.querySelector("[data-play]").click();
  });
  player.dataset.listens = "";
}
