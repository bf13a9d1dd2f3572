import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { addMonths } from '$lib/i18n';
import { endsOf, type BlockRows, type ChunkPlace, type Rows } from './rows';

/**
 * The runs of a block as one row group of an Apache Parquet file, and the file around the row groups. A row group is
 * encoded by itself, far from the file, with its places counted from its own first byte; the footer shifts them to where
 * it came to stand. Columns: `run` (INT32), `month` (text, `YYYY-MM`), and one DOUBLE per output.
 */
type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type RowGroup = ParquetWriter['row_groups'][number];
type Chunk = RowGroup['columns'][number];
type Column = Parameters<ParquetWriter['write']>[0]['columnData'][number];

/** `PAR1`, which opens the file. */
export const PARQUET_HEADER = Uint8Array.of(0x50, 0x41, 0x52, 0x31);

function schemaOf(outputs: readonly string[]): Schema {
  return [
    { name: 'runs', num_children: outputs.length + 2 },
    { name: 'run', type: 'INT32', repetition_type: 'REQUIRED' },
    { name: 'month', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    ...outputs.map((name) => ({ name, type: 'DOUBLE', repetition_type: 'REQUIRED' }) as const)
  ];
}

function open(outputs: readonly string[]): { readonly writer: ByteWriter; readonly parquet: ParquetWriter } {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: schemaOf(outputs), statistics: false, createdBy: 'mizan' });
  return { writer, parquet };
}

export function encodeParquet(block: Rows): BlockRows {
  const { start, rows, runs, outputs, columns } = block;
  const ends = endsOf(block);
  const count = runs.length * rows;
  if (count === 0) return { bytes: new Uint8Array(0), rows: 0, ...ends, columns: [] };
  const names = Array.from({ length: rows }, (_, row) => addMonths(start, row));
  const numbers = Int32Array.from({ length: count }, (_, at) => runs[Math.floor(at / rows)]!);
  const months = Array.from({ length: count }, (_, at) => names[at % rows]!);
  const plain = (name: string, data: Column['data']): Column => ({ name, data, encoding: 'PLAIN', offsetIndex: false });
  const { writer, parquet } = open(outputs);
  void parquet.write({
    rowGroupSize: count,
    columnData: [
      plain('run', numbers),
      { name: 'month', data: months, encoding: 'RLE_DICTIONARY', offsetIndex: false },
      ...outputs.map((output, c) => plain(output, columns[c]!))
    ]
  });
  const header = PARQUET_HEADER.length;
  const places = (parquet.row_groups[0]?.columns ?? []).map(({ meta_data: chunk }): ChunkPlace => {
    if (!chunk) throw new Error('a column chunk without its description');
    const { total_compressed_size, total_uncompressed_size, data_page_offset, dictionary_page_offset } = chunk;
    const dictionary = dictionary_page_offset === undefined ? -1 : Number(dictionary_page_offset) - header;
    return [
      Number(total_compressed_size),
      Number(total_uncompressed_size),
      Number(data_page_offset) - header,
      dictionary
    ];
  });
  return { bytes: writer.getBytes().slice(header), rows: count, ...ends, columns: places };
}

/** A row group in the file: the block that it was, without the bytes, and where its first byte stands. */
export interface PlacedGroup extends Omit<BlockRows, 'bytes'> {
  readonly at: number;
}

/** What stands after the last row group: the description of the file, its length and `PAR1`. */
export function parquetFooter(outputs: readonly string[], groups: Iterable<PlacedGroup>): Uint8Array<ArrayBuffer> {
  const { writer, parquet } = open(outputs);
  const schema = schemaOf(outputs).slice(1);
  for (const group of groups) {
    if (group.rows === 0) continue;
    parquet.row_groups.push(rowGroup(schema, group));
    parquet.num_rows += BigInt(group.rows);
  }
  void parquet.finish();
  return writer.getBytes().slice(PARQUET_HEADER.length);
}

function rowGroup(schema: Schema, { at, rows, first, last, columns }: PlacedGroup): RowGroup {
  let compressedInAll = 0;
  let uncompressedInAll = 0;
  const chunks = columns.map(([compressed, uncompressed, data, dictionary], c): Chunk => {
    const { name, type } = schema[c]!;
    compressedInAll += compressed;
    uncompressedInAll += uncompressed;
    const start = dictionary >= 0 ? dictionary : data;
    return {
      file_offset: BigInt(at + start),
      meta_data: {
        type: type!,
        encodings: dictionary >= 0 ? ['PLAIN', 'RLE_DICTIONARY'] : ['PLAIN'],
        path_in_schema: [name],
        codec: 'SNAPPY',
        num_values: BigInt(rows),
        total_compressed_size: BigInt(compressed),
        total_uncompressed_size: BigInt(uncompressed),
        data_page_offset: BigInt(at + data),
        ...(dictionary >= 0 ? { dictionary_page_offset: BigInt(at + dictionary) } : {}),
        // Readers that look for certain runs skip the other row groups.
        ...(name === 'run' && c === 0 ? { statistics: { min_value: first, max_value: last } } : {})
      }
    };
  });
  return {
    columns: chunks,
    total_byte_size: BigInt(uncompressedInAll),
    num_rows: BigInt(rows),
    total_compressed_size: BigInt(compressedInAll)
  };
}
