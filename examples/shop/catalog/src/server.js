import express from "express";
import { config } from "./config.js";
import products from "./products.js";

const app = express();

app.get("/health", (request, response) => response.json({ status: "ok" }));
app.use("/api/products", products);

app.listen(config.port, () => console.log(`catalog listens on ${config.port}`));
