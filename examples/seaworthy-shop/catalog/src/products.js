import { Router } from "express";
import pg from "pg";
import { config } from "./config.js";

const pool = new pg.Pool({ connectionString: config.databaseUrl });
const router = Router();

router.get("/", async (request, response) => {
  const found = await pool.query("SELECT id, name, price FROM products ORDER BY name");
  response.json(found.rows);
});

router.get("/:id", async (request, response) => {
  const found = await pool.query("SELECT id, name, price FROM products WHERE id = $1", [request.params.id]);
  response.json(found.rows[0] ?? null);
});

export default router;
