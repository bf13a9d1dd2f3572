import { homeEntry } from '../../../../load-home';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
  const { default: model } = await homeEntry().model();
  return ['', 'ar'].flatMap((lang) => model.sectors.map((sector) => ({ lang, sector })));
};
