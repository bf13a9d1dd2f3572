import { serveThread } from '$lib/simulator';

/** The script of the simulator's threads. */
serveThread();
