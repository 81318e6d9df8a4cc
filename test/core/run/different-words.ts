/** Words like people's, all different, so that they do not pack to nothing: the same for the same seed. */
export function differentWords(seed: number, length: number): string {
  let state = seed + 1;
  let text = "";
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += `${state.toString(36)} `;
  }
  return text.slice(0, length).trim();
}
