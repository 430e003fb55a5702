/** Names whose h is spoken although their second letter does not tell it. */
const SPOKEN_H = /^(hem|hendaye|hérouville-saint-clair)(?![\p{L}-])/iu;

/**
 * A French name of place after « de »: `d’Angoulême`, `de Brest`, `du Mans`, `des Lilas`, `d’Hyères`, `de Haguenau`.
 * No rule tells a mute h from a spoken one: names in ha, ho and hu, most of them Germanic, are taken for spoken, the others for mute.
 */
export function withDe(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  const elided = /^([aeiouàâäéèêëîïôöùûüæœ]|y(?![aou])|h[eéèêiîy])/iu.test(name) && !SPOKEN_H.test(name);
  return elided ? `d’${name}` : `de ${name}`;
}
