/**
 * Members of a wave's frame, records that were merged counted once: of those that are one now, whoever answered stays, else the
 * one that took the others in, else the first by slug. Where several of them answered, each answer stays.
 *
 * @param mergedInto the initiative that took each absorbed one in
 * @param answered members that answered the wave
 * @returns members in the order given
 */
export function countedOnce(members: readonly string[], mergedInto: ReadonlyMap<string, string>, answered: ReadonlySet<string>): string[] {
  const groups = new Map<string, string[]>();
  for (const slug of members) {
    const root = mergedInto.get(slug) ?? slug;
    const known = groups.get(root);
    if (known) known.push(slug);
    else groups.set(root, [slug]);
  }
  const kept = new Set(
    [...groups].flatMap(([root, same]) => {
      const told = same.filter((slug) => answered.has(slug));
      return told.length > 0 ? told : same.includes(root) ? [root] : [same.sort()[0]!];
    })
  );
  return members.filter((slug) => kept.has(slug));
}
