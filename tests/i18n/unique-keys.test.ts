import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../src/lib/i18n/messages/', import.meta.url);

/** Reading a JSON file keeps the last of two equal keys and says nothing: the text itself is read. */
test.each(['fr', 'en'])('no message of %s is written twice', (lang) => {
  const keys = readdirSync(new URL(`${lang}/`, folder)).flatMap((file) =>
    [...readFileSync(new URL(`${lang}/${file}`, folder), 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => `${key === '$schema' ? file : ''}${key}`)
  );
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
