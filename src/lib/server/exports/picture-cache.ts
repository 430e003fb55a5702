import { dev } from '$app/environment';

/** Pictures already made, by edition: an edition never changes, so nothing expires; the oldest leave first. */
const kept = new Map<string, Uint8Array>();
const MOST = 200;

/** A PNG answer, made once per `key`. The key names the edition's content and all else that the picture depends on. */
export function keptPicture(key: string, make: () => Uint8Array): Response {
  // While the sources change, a picture is not a function of its key alone.
  let picture = dev ? undefined : kept.get(key);
  if (!picture) {
    picture = make();
    kept.set(key, picture);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(oldest);
    }
  }
  return new Response(picture as BodyInit, { headers: { 'content-type': 'image/png', 'access-control-allow-origin': '*' } });
}
