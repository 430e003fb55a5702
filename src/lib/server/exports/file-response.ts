const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip'
} as const;

export type FileFormat = keyof typeof TYPES;
/** Formats in which a list of initiatives may be asked for. */
export type ListFormat = Exclude<FileFormat, 'zip'>;

export const isListFormat = (text: string): text is ListFormat => text !== 'zip' && Object.hasOwn(TYPES, text);

/**
 * A file or an answer of the API: any site may read it. Spreadsheet files are to be saved under `name`; JSON is shown.
 */
export function fileResponse(body: string | Uint8Array, format: FileFormat, name: string): Response {
  const saved = format !== 'json';
  return new Response(body as BodyInit, {
    headers: {
      'content-type': TYPES[format],
      'access-control-allow-origin': '*',
      ...(saved ? { 'content-disposition': `attachment; filename="${name}.${format}"` } : {})
    }
  });
}
