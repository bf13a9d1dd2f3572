/**
 * Where a model's quantities lie on a map (`geography.yaml`): which shape of a TopoJSON is which place, border or neighbour,
 * what it is called, and which quantities are drawn on it. Plain data beside the model: it enters neither `lean(model)` nor a
 * frozen version, and nothing that is computed depends on it. In a geography that has been checked, every shape is in the
 * topology, every place and border is an element, and the quantities have a cell for each.
 */
import type { Bilingual } from './model';

/** Degrees east and north, WGS84. */
export type Position = readonly [longitude: number, latitude: number];

export interface Geography {
  readonly topology: MapTopology;
  /** What the lines of the map are and are not. */
  readonly about: Bilingual;
  /** Keys of sources.yaml that the shapes come from. */
  readonly sources: readonly string[];
  /** Quantity of influence: its cells are `quantity.actor.place`. */
  readonly influence: string;
  /** Quantity of control between 0 and 1: its cells are `quantity.border`. */
  readonly control: string;
  readonly places: readonly MapPlace[];
  readonly borders: readonly MapBorder[];
  readonly neighbours: readonly MapName[];
  /** Names of the sea and the like: no shape belongs to them. */
  readonly waters: readonly MapName[];
  /** Parts of a place that another place's actor holds now. */
  readonly districts: readonly MapDistrict[];
}

/** A TopoJSON (version 1 of its specification) with these objects; who draws it knows the library for it. */
export interface MapTopology {
  readonly type: 'Topology';
  readonly objects: Readonly<Record<MapObject, unknown>>;
  readonly arcs: readonly unknown[];
}

export const mapObjects = ['country', 'regions', 'districts', 'borders', 'neighbours'] as const;
export type MapObject = (typeof mapObjects)[number];

/** A name and where its middle stands. */
export interface MapName {
  readonly id: string;
  readonly name: Bilingual;
  readonly label: Position;
}

export interface MapPlace extends MapName {
  /** Element of the model; `name` is the name of the region by history. */
  readonly id: string;
  /** Id of the shape among the regions. */
  readonly shape: string;
}

export interface MapBorder {
  /** Element of the model. */
  readonly id: string;
  /** Id of the shape among the borders. */
  readonly shape: string;
  readonly label: Position;
}

export interface MapDistrict extends MapName {
  /** Id of the shape among the districts. */
  readonly id: string;
  /** The place that it lies in by history. */
  readonly place: string;
  /** The element whose side holds it now. */
  readonly heldBy: string;
  readonly note: Bilingual;
  readonly sources: readonly string[];
}
