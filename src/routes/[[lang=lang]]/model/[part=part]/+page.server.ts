import type { EntryGenerator } from './$types';

const parts = ['inputs', 'terms', 'events', 'sources'];

export const entries: EntryGenerator = () => ['', 'ar'].flatMap((lang) => parts.map((part) => ({ lang, part })));
