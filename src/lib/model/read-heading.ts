import { nearest } from '$lib/language';
import type { Checked } from './check-schema';
import type { Uncertainty } from './model';
import { hint, type Report } from './report';
import type { ModelFile } from './schema';

/** The version and the settings of ensembles in model.yaml. */
const semanticVersion = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/;

export function readVersion({ yaml, value }: Checked<ModelFile>, report: Report): string {
  const version = String(value.version);
  if (!semanticVersion.test(version))
    report.error('bad-version', yaml.placeOf(['version']), { text: yaml.sourceOf(['version']) });
  return version;
}

/** Where the file says nothing: parameters as declared (narrow), or half as wide again with common factors (wide). */
export function readUncertainty({ yaml, value }: Checked<ModelFile>, report: Report): Uncertainty {
  const { uncertainty, sectors } = value;
  const chosen = uncertainty?.sectors ?? [...sectors, 'initial'];
  chosen.forEach((sector, index) => {
    // `initial` is the common factor of initial values, which belong to no file.
    if (sector === 'initial' || sectors.includes(sector)) return;
    report.error('unknown-sector', yaml.placeOf(['uncertainty', 'sectors', index]), {
      name: sector,
      ...hint(nearest(sector, sectors))
    });
  });
  const { initial_factor: initialFactor, ...wide } = uncertainty?.wide ?? {
    widen: 1.5,
    loading: 0.6,
    initial_factor: 1.5
  };
  return { sectors: chosen, narrow: uncertainty?.narrow ?? { widen: 1, loading: 0 }, wide: { ...wide, initialFactor } };
}
