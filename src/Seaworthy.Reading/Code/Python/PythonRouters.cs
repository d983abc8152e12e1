using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>The applications, routers and blueprints of one file.</summary>
internal sealed class PythonRouters
{
    /// <summary>Class → framework, whether it is served by itself, which argument is its prefix.</summary>
    private static readonly Dictionary<string, RouterClass> Classes = new Dictionary<string, RouterClass>
    {
        ["FastAPI"] = new("fastapi", true, ""),
        ["APIRouter"] = new("fastapi", false, "prefix"),
        ["Starlette"] = new("starlette", true, ""),
        ["Flask"] = new("flask", true, ""),
        ["Quart"] = new("quart", true, ""),
        ["Blueprint"] = new("flask", false, "url_prefix"),
        ["Sanic"] = new("sanic", true, ""),
        ["Application"] = new("aiohttp", true, ""),
        ["RouteTableDef"] = new("aiohttp", false, ""),
        ["Bottle"] = new("bottle", true, ""),
        ["Namespace"] = new("flask-restx", false, "path"),
        ["Api"] = new("flask-restful", false, "prefix"),
        ["OpenAPI"] = new("flask", true, ""),
        ["APIFlask"] = new("flask", true, ""),
        ["Router"] = new("ninja", false, ""),
        ["NinjaAPI"] = new("ninja", false, ""),
        ["DefaultRouter"] = new("drf", false, ""),
        ["SimpleRouter"] = new("drf", false, ""),
        ["NestedDefaultRouter"] = new("drf", false, ""),
    };

    private readonly CodeReading reading;
    private readonly Dictionary<string, Router> byName;

    public PythonRouters(CodeReading reading)
    {
        this.reading = reading;
        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => assignment.Value.Count > 2))
        {
            Declare(assignment);
        }

        byName = reading.Routers.DistinctBy(router => router.Name).ToDictionary(router => router.Name, StringComparer.Ordinal);
    }

    /// <summary>The router of this name in this file.</summary>
    public Router? Find(string name) => byName.GetValueOrDefault(name);

    private void Declare(CodeAssignment assignment)
    {
        var close = assignment.Value.End - 1;
        if (
            !reading.Trees.IsKind(close, TokenKind.Close)
            || reading.Syntax.CallAt(reading.Trees.Partner(close)) is not { Receiver: null } call
            || call.First != assignment.Value.First
        )
        {
            return;
        }

        if (!Classes.TryGetValue(call.Name, out var kind) || !IsMeant(call, kind.Framework))
        {
            return;
        }

        var prefix = call.Named(kind.Prefix);
        var name = assignment.Name;
        reading.Routers.Add(
            new Router(
                name,
                prefix is not null ? reading.Value(prefix.Value, call.Scope)
                    // Source: Flask-RESTX, "Namespace": its path is its name, unless one is given.
                    : call.Name == "Namespace" && reading.Literal(call.Positional(0), call.Scope) is { } own
                        ? new CodeValue.Literal("/" + own, call.Span)
                    : null,
                kind.IsApplication,
                kind.Framework,
                assignment.Span
            )
            {
                IsExported = assignment.Scope is null,
            }
        );
        if (call.Name is "DefaultRouter" or "NestedDefaultRouter")
        {
            // Source: Django REST framework, "DefaultRouter": a root view that lists all others.
            reading.Routes.Add(new Route(name, "GET", new CodeValue.Literal("", call.Span), kind.Framework, call.Span));
        }

        if (kind.Framework == "fastapi" && kind.IsApplication)
        {
            AddOwnRoutes(call, name);
        }
    }

    // Names that other libraries use as well count only beside their own import.
    private bool IsMeant(CodeCall call, string framework) =>
        call.Name switch
        {
            "Application" => call.Path.EndsWith("web.Application", StringComparison.Ordinal)
                || (reading.Imported("aiohttp") && call.Path == "Application"),
            "RouteTableDef" => reading.Imported("aiohttp"),
            "Router" or "NinjaAPI" => reading.Imported("ninja"),
            "Api" or "Namespace" => reading.Imported("flask_restful", "flask_restx", "flask_restplus", "flask_smorest"),
            "Blueprint" when reading.Imported("sanic") => true,
            _ => framework.Length > 0,
        };

    // FastAPI serves its documentation by default.
    private void AddOwnRoutes(CodeCall call, string name)
    {
        foreach (var (argument, path) in new[] { ("docs_url", "/docs"), ("redoc_url", "/redoc"), ("openapi_url", "/openapi.json") })
        {
            var given = call.Named(argument);
            var value = given is null ? new CodeValue.Literal(path, call.Span) : reading.Value(given.Value, call.Scope);
            // "/docs" if settings.DEBUG else None
            if ((value is CodeValue.Choice choice ? choice.Options.FirstOrDefault(IsPath) : value) is CodeValue.Literal served)
            {
                reading.Routes.Add(new Route(name, "GET", served, "fastapi.docs", call.Span));
            }
        }

        reading.AddSetting("fastapi.root_path", call.Named("root_path"), call.Scope);
    }

    private static bool IsPath(CodeValue value) => value is CodeValue.Literal { Text: ['/', ..] };

    private sealed record RouterClass(string Framework, bool IsApplication, string Prefix);
}
