import httpx
from fastapi import APIRouter

from app.settings import settings

router = APIRouter()


@router.post("/")
async def create(product: int):
    async with httpx.AsyncClient() as client:
        found = await client.get(f"{settings.catalog_url}/api/products/{product}")
    return {"product": found.json(), "status": "accepted"}


@router.get("/{order}")
async def read(order: int):
    return {"order": order}
