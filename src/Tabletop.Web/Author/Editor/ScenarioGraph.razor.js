// Brings the state in which the attacker begins into sight. The frame is null when another picture was chosen meanwhile.
export function begin(frame) {
  const card = frame?.querySelector(".graph-state.initial rect");
  if (card) frame.scrollLeft = card.x.baseVal.value + card.width.baseVal.value / 2 - frame.clientWidth / 2;
}
