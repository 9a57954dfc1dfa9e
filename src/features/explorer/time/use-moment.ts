// Exports useMoment: the commit whose moment is looked at, kept in the URL so that it can be linked to; and parseMoment, which reads
// it there.
import { useEffect, useState } from "react";
import { useLinks, useLocation } from "#store/location.ts";
import { paths } from "#store/paths.ts";

type Face = NonNullable<Parameters<typeof paths.explorer>[0]>;

/** Browsers refuse a page that writes its URL at each step of a drag. */
const settleMs = 200;

/** The seq of the moment (undefined: now), and how to go to another. */
export function useMoment(): readonly [number | undefined, (seq: number | undefined) => void] {
  const { params } = useLocation();
  const links = useLinks();
  const inUrl = parseMoment(params.moment);
  // What was chosen counts until the URL has changed, be it by this choice or by a link.
  const [chosen, choose] = useState<{ readonly seq: number | undefined; readonly over: number | undefined }>();
  if (chosen && chosen.over !== inUrl) choose(undefined);
  const isPending = chosen !== undefined && chosen.over === inUrl && chosen.seq !== inUrl;
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => {
      const face = params as Face; // written as it was read: the page judges what it says
      links.go(paths.explorer({ ...face, moment: chosen.seq }), { replace: true });
    }, settleMs);
    return () => clearTimeout(timer);
  }, [isPending, chosen, params, links]);
  return [isPending ? chosen.seq : inUrl, (seq) => choose({ seq, over: inUrl })];
}

/** The moment that a URL names; undefined for none, or for what cannot be one. */
export function parseMoment(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
