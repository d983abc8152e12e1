using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>Which declared packages make a component what it is.</summary>
internal static class Frameworks
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        // JavaScript
        "express",
        "fastify",
        "koa",
        "@nestjs/core",
        "hono",
        "next",
        "nuxt",
        "vite",
        "react-scripts",
        "@angular/core",
        "@vue/cli-service",
        "gatsby",
        "parcel",
        "svelte",
        "@sveltejs/kit",
        "@remix-run/node",
        "astro",
        "electron",
        "react-native",
        "expo",
        "webpack",
        "@prisma/client",
        "typeorm",
        "knex",
        "sequelize",
        "drizzle-orm",
        // Python
        "fastapi",
        "flask",
        "django",
        "djangorestframework",
        "starlette",
        "celery",
        "aiohttp",
        "sanic",
        "gunicorn",
        "uvicorn",
        "streamlit",
        "alembic",
        "sqlalchemy",
        // Rust
        "actix-web",
        "axum",
        "rocket",
        "warp",
        "tide",
        "diesel",
        "sqlx",
        "tonic",
        // Go
        "github.com/gin-gonic/gin",
        "github.com/labstack/echo/v4",
        "github.com/go-chi/chi/v5",
        "github.com/gofiber/fiber/v2",
        "github.com/gorilla/mux",
        "google.golang.org/grpc",
        // .NET, by SDK or package
        "Microsoft.NET.Sdk.Web",
        "Microsoft.NET.Sdk.Worker",
        "Microsoft.EntityFrameworkCore",
        // Others
        "laravel/framework",
        "laravel/lumen-framework",
        "symfony/framework-bundle",
        "slim/slim",
        "rails",
        "sinatra",
        "spring-boot-starter-web",
    };

    private static readonly HashSet<string> Bundlers = new(StringComparer.OrdinalIgnoreCase)
    {
        "vite",
        "react-scripts",
        "@angular/core",
        "@vue/cli-service",
        "gatsby",
        "parcel",
    };

    private static readonly HashSet<string> Servers = new(StringComparer.OrdinalIgnoreCase)
    {
        "express",
        "fastify",
        "koa",
        "@nestjs/core",
        "hono",
        "next",
        "nuxt",
        "@sveltejs/kit",
        "@remix-run/node",
        "astro",
        "electron",
        "react-native",
        "expo",
    };

    public static IReadOnlySet<string> Of(IEnumerable<Manifest> manifests)
    {
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (var manifest in manifests)
        {
            found.UnionWith(manifest.Dependencies.Select(dependency => dependency.Name).Where(Known.Contains));
            if (manifest is DotNetProject { Sdk: { } sdk } && Known.Contains(sdk.Value))
            {
                found.Add(sdk.Value);
            }
        }

        return found;
    }

    // Their pages are files of languages that no reader follows, and rules of their configuration.
    private static readonly string[] WithPages = ["nuxt", "@sveltejs/kit", "@remix-run/node", "astro"];

    /// <summary>The framework that makes routes of files which are not read; null when there is none.</summary>
    public static string? WithUnreadPages(IReadOnlySet<string> frameworks) => Array.Find(WithPages, frameworks.Contains);

    // Serve routes and open ports in ways that no reader follows.
    private static readonly HashSet<string> NotRead = new(StringComparer.OrdinalIgnoreCase)
    {
        "@hapi/hapi",
        "restify",
        "polka",
        "sails",
        "@feathersjs/feathers",
        "moleculer",
        "@adonisjs/core",
        "@loopback/core",
        "tornado",
        "bottle",
        "falcon",
        "cherrypy",
        "pyramid",
        "web2py",
        "robyn",
        "streamlit",
        "chainlit",
        "gradio",
        "nicegui",
        "solara",
        "reflex",
        "dash",
        "panel",
        "marimo",
        "mesop",
        "mlflow",
        "@remix-run/node",
        "@remix-run/serve",
        "@react-router/serve",
        "@react-router/node",
        "@tanstack/start",
        "@tanstack/react-start",
        "@solidjs/start",
        "vike",
        "litestar",
        "nameko",
        "github.com/cloudwego/hertz",
        "github.com/valyala/fasthttp",
        "github.com/zeromicro/go-zero",
        "github.com/go-kratos/kratos/v2",
        "github.com/beego/beego/v2",
        "github.com/kataras/iris/v12",
        "github.com/gogf/gf/v2",
        "goa.design/goa/v3",
        "github.com/danielgtaylor/huma/v2",
        "github.com/emicklei/go-restful/v3",
        "poem",
        "salvo",
        "ntex",
        "hyper",
        "FastEndpoints",
        "Carter",
        "ServiceStack",
        "Ocelot",
        "Yarp.ReverseProxy",
        "grape",
        "hanami",
        "hanami-router",
        "roda",
        "padrino",
        "cuba",
        "rack-app",
        "agoo",
    };

    /// <summary>A declared framework that no reader follows; null when there is none.</summary>
    public static string? Unread(IEnumerable<Manifest> manifests) =>
        manifests
            .SelectMany(manifest => manifest.Dependencies)
            .FirstOrDefault(dependency => !dependency.IsIndirect && NotRead.Contains(dependency.Name))
            ?.Name;

    /// <summary>A bundler without a server: the component ends as files for a browser.</summary>
    public static bool MakeStaticSite(IReadOnlySet<string> frameworks) => frameworks.Overlaps(Bundlers) && !frameworks.Overlaps(Servers);
}
