// SPDX-License-Identifier: BSL-1.0
//
// duckdb.mjs DATABASE: runs the statements of standard input and prints the rows that the last one
// finds, the fields with tabs between them.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const instance = await DuckDBInstance.create(process.argv[2]);
const connection = await instance.connect();
const result = await connection.runAndReadAll(readFileSync(0, 'utf8'));
process.stdout.write(result.getRows().map((row) => row.join('\t') + '\n').join(''));
