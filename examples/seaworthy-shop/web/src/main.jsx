import { createRoot } from "react-dom/client";

const base = import.meta.env.VITE_API_BASE;

async function products() {
  const response = await fetch(`${base}/products`);
  return response.json();
}

products().then((found) => createRoot(document.getElementById("root")).render(found.map((product) => product.name).join(", ")));
