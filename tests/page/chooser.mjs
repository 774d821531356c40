// Choices that look random, and are the same in each run.

/** `upTo(most)`: a whole number from 1 on; `one(list)`: one of its entries. */
export function chooser(seed) {
  let state = seed;
  const share = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const upTo = (most) => 1 + Math.floor(share() * most);
  return { upTo, one: (list) => list[upTo(list.length) - 1] };
}
