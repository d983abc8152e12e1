using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class RouteLinkerTests
{
    [Fact]
    public void Prefixes_of_routers_are_followed_across_files()
    {
        Assert.Equal(
            ["GET /api/users/{}", "GET /health"],
            Routes(
                ("package.json", """{ "name": "api", "dependencies": { "express": "4.21.2" } }"""),
                (
                    "server.js",
                    """
                    const express = require("express");
                    const api = require("./routes");
                    const app = express();
                    app.get("/health", (q, s) => s.end());
                    app.use("/api", api);
                    app.listen(3000);
                    """
                ),
                (
                    "routes/index.js",
                    "const router = require('express').Router();\nrouter.use('/users', require('./users'));\nmodule.exports = router;\n"
                ),
                (
                    "routes/users.js",
                    "const express = require('express');\nconst router = express.Router();\nrouter.get('/:id', (q, s) => s.end());\nmodule.exports = router;\n"
                )
            )
        );
    }

    [Fact]
    public void A_prefix_from_settings_is_resolved()
    {
        Assert.Equal(
            ["GET /api/v1/items/{}", "GET /docs", "GET /openapi.json", "GET /redoc"],
            Routes(
                ("requirements.txt", "fastapi\n"),
                (
                    "app/main.py",
                    """
                    from fastapi import FastAPI
                    from app.config import settings
                    from app.api import router

                    app = FastAPI()
                    app.include_router(router, prefix=settings.API_PREFIX)
                    """
                ),
                (
                    "app/config.py",
                    """
                    from pydantic_settings import BaseSettings

                    class Settings(BaseSettings):
                        API_PREFIX: str = "/api/v1"

                    settings = Settings()
                    """
                ),
                (
                    "app/api.py",
                    """
                    from fastapi import APIRouter

                    router = APIRouter(prefix="/items")

                    @router.get("/{item}")
                    def read(item: int):
                        return item
                    """
                )
            )
        );
    }

    [Fact]
    public void Nests_global_prefix_leaves_out_what_is_excluded()
    {
        Assert.Equal(
            ["GET /api/users", "GET /docs", "GET /docs-json", "GET /docs-yaml", "GET /health"],
            Routes(
                ("package.json", """{ "name": "api", "dependencies": { "@nestjs/core": "10.0.0" } }"""),
                (
                    "src/main.ts",
                    """
                    import { NestFactory } from "@nestjs/core";
                    import { AppModule } from "./app.module";

                    async function bootstrap() {
                      const app = await NestFactory.create(AppModule);
                      app.setGlobalPrefix("api", { exclude: ["health"] });
                      SwaggerModule.setup("docs", app, document);
                      await app.listen(3000);
                    }
                    bootstrap();
                    """
                ),
                (
                    "src/users.controller.ts",
                    """
                    import { Controller, Get } from "@nestjs/common";

                    @Controller("users")
                    export class UsersController {
                      @Get()
                      list() {}
                    }
                    """
                ),
                (
                    "src/health.controller.ts",
                    """
                    import { Controller, Get } from "@nestjs/common";

                    @Controller("health")
                    export class HealthController {
                      @Get()
                      check() {}
                    }
                    """
                )
            )
        );
    }

    [Fact]
    public void Djangos_includes_are_followed()
    {
        Assert.Equal(
            ["/api/orders/{}", "/health"],
            Routes(
                    ("requirements.txt", "django\n"),
                    (
                        "shop/urls.py",
                        """
                        from django.urls import include, path
                        from orders.views import health

                        urlpatterns = [
                            path("health/", health),
                            path("api/", include("orders.urls")),
                        ]
                        """
                    ),
                    (
                        "orders/urls.py",
                        """
                        from django.urls import path
                        from . import views

                        urlpatterns = [path("orders/<int:id>/", views.order)]
                        """
                    )
                )
                .Select(route => route.Split(' ')[1])
                .Where(route => route is "/health" or ['/', 'a', ..])
        );
    }

    private static IEnumerable<string> Routes(params IEnumerable<(string Path, string Text)> files) =>
        Linked
            .Repository(files)
            .Components.SelectMany(component => component.Routes)
            .Select(route => $"{route.Method} {route.Path}")
            .Order(StringComparer.Ordinal);
}
