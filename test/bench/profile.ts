// A CPU profile read for what is ours in it.
type Node = { id: number; callFrame: { url: string }; children?: number[] };
export type Profile = { nodes: Node[]; startTime: number; endTime: number; samples?: number[]; timeDeltas?: number[] };

const isOurs = (url: string): boolean => /^(?:chrome|moz)-extension:/.test(url);

/** The part of the profiled time in which a script of an extension was on the stack, 0 to 1. */
export function oursIn(profile: Profile): number {
  const children = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const visit = (id: number, inside: boolean): void => {
    const node = children.get(id);
    if (!node) return;
    const here = inside || isOurs(node.callFrame.url);
    if (here) ours.add(id);
    for (const child of node.children ?? []) visit(child, here);
  };
  const [root] = profile.nodes;
  if (root) visit(root.id, false);
  const total = profile.endTime - profile.startTime;
  return timesOf(profile).reduce((sum, { id, time }) => sum + (ours.has(id) ? time : 0), 0) / total;
}

/** How long each sample stands for, µs. */
const timesOf = ({ samples = [], timeDeltas = [] }: Profile): { id: number; time: number }[] => samples.map((id, i) => ({ id, time: timeDeltas[i + 1] ?? 0 }));
