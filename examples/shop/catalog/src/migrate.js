import { readFile } from "node:fs/promises";
import pg from "pg";
import { config } from "./config.js";

const client = new pg.Client({ connectionString: config.databaseUrl });
await client.connect();
await client.query(await readFile(new URL("./schema.sql", import.meta.url), "utf8"));
await client.end();
