import { serve } from './serve';

/** The script of the worker: everything it needs is the engine, the scenario room and Comlink. */
serve();
