from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str
    catalog_url: str
    payment_api_key: str


settings = Settings()
