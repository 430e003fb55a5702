import { attribute } from '../xml.ts';

/**
 * The text of an OpenDocument cell: numbers with a dot, percentages as displayed (`37%` for 0.37), dates in ISO, durations as clock
 * times, `TRUE` and `FALSE`. A formula counts by its value; `TRUE()` and `FALSE()` by themselves; another one without a value stays
 * visible as `=…`.
 *
 * @param shown the paragraphs of the cell
 */
export function odsCellText(attributes: string, shown: string): string {
  const value = attribute(attributes, 'office:value');
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'currency':
      return numberOf(value, 1, shown);
    case 'percentage':
      return value === undefined ? shown : `${numberOf(value, 100, shown)}%`;
    case 'boolean': {
      const said = attribute(attributes, 'office:boolean-value');
      return said === undefined ? shown : said === 'true' ? 'TRUE' : 'FALSE';
    }
    case 'date':
      return (attribute(attributes, 'office:date-value') ?? shown).replace(/T00:00:00(?:[.,]0+)?$/, '');
    case 'time':
      return clockOf(attribute(attributes, 'office:time-value')) ?? shown;
    case 'string':
      return attribute(attributes, 'office:string-value') ?? shown;
    default:
      return shown !== '' ? shown : formulaText(attribute(attributes, 'table:formula'));
  }
}

function numberOf(value: string | undefined, factor: number, shown: string): string {
  const number = value === undefined || value.trim() === '' ? NaN : Number(value) * factor;
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : shown;
}

/** `PT36H05M00S` is `36:05:00`. */
function clockOf(duration: string | undefined): string | undefined {
  const parts = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(duration ?? '');
  if (!parts) return undefined;
  const [days, hours, minutes, seconds] = parts.slice(2, 6).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${parts[1]}${two(days * 24 + hours)}:${two(minutes)}:${two(seconds)}`;
}

function formulaText(formula: string | undefined): string {
  if (formula === undefined) return '';
  const bare = formula.replace(/^\w+:/, '').replace(/^=/, '').trim();
  const literal = /^(TRUE|FALSE|VRAI|FAUX)\(\)$/i.exec(bare)?.[1]?.toUpperCase();
  if (literal) return literal === 'TRUE' || literal === 'VRAI' ? 'TRUE' : 'FALSE';
  return `=${bare}`;
}
