import { t } from '../../utils/browser/text';
import { type Format, formatNames, holdsImages } from './formats';

export const formats = Object.keys(formatNames) as Format[];

interface FormatProps {
  format: Format;
  onChoose: (format: Format) => void;
}

/** What kind of file articles are written into. */
export function FormatChoice({ format, onChoose }: FormatProps) {
  const choose = (value: string) => onChoose(formats.find((one) => one === value) ?? format);
  return (
    <select
      aria-label={t('exportFormat')}
      value={format}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {formats.map((one) => (
        <option key={one} value={one}>
          {t(formatNames[one])}
        </option>
      ))}
    </select>
  );
}

interface FetchProps {
  format: Format;
  fetching: boolean;
  onChange: (fetching: boolean) => void;
}

/** Whether pictures that are not kept here are asked for first; of formats that hold pictures. */
export function FetchChoice({ format, fetching, onChange }: FetchProps) {
  if (!holdsImages(format)) return null;
  return (
    <label class="check">
      <input type="checkbox" checked={fetching} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{t('exportFetch')}</span>
    </label>
  );
}
