using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Routes that a file's place makes: Next.js (<c>pages/api/**</c>, <c>app/**/route.ts</c>, pages), SvelteKit, Nuxt and Nitro. Sources: "Route Handlers", "API Routes" of Next.js; "Routing" of the others.</summary>
internal sealed class FileRoutes : FrameworkKnowledge
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    // Source: Next.js documentation, "Metadata Files".
    private static readonly Dictionary<string, string> MetadataFiles = new(StringComparer.Ordinal)
    {
        ["robots"] = "robots.txt",
        ["sitemap"] = "sitemap.xml",
        ["manifest"] = "manifest.webmanifest",
    };

    /// <summary>Whether a path alone makes a route.</summary>
    public static bool IsRoute(string path) => Segments(path) is { } found && found.Framework.Length > 0;

    public override void Read(CodeReading reading)
    {
        if ((Segments(reading.File.Path) ?? Nitro(reading)) is not { } place)
        {
            return;
        }

        var (path, isPrefix) = PathOf(place.Segments, place.Framework);
        var span = reading.File.Whole;
        if (place.IsHandler)
        {
            AddMethods(reading, path, isPrefix, place.Framework);
        }
        else
        {
            Add(reading, place.IsPage ? "GET" : "*", path, isPrefix, place.Framework, span);
        }
    }

    private static void AddMethods(CodeReading reading, string path, bool isPrefix, string framework)
    {
        var exported = reading
            .Syntax.Functions.Where(function => function.IsExported)
            .Select(function => new Fact<string>(function.Name, function.Span))
            .Concat(
                reading
                    .Syntax.Assignments.Where(assignment => assignment.IsExported)
                    .Select(assignment => new Fact<string>(assignment.Name, assignment.Span))
            )
            .Concat(reading.Syntax.Exports.Select(export => new Fact<string>(export.Name, export.Span)));
        foreach (var (name, span) in exported.Where(found => Methods.Contains(found.Value)).DistinctBy(found => found.Value))
        {
            Add(reading, name, path, isPrefix, framework, span);
        }
    }

    private static void Add(CodeReading reading, string method, string path, bool isPrefix, string framework, SourceSpan span) =>
        reading.Routes.Add(new Route(null, method, new CodeValue.Literal(path, span), framework, span) { IsPrefix = isPrefix });

    private static Place? Segments(string path)
    {
        // The views of a Vue program are no routes of a server.
        if (path.EndsWith(".vue", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = path.Split('/');
        var name = parts[^1];
        var stem = name[..Math.Max(0, name.LastIndexOf('.'))];
        var pages = Array.IndexOf(parts, "pages");
        if (pages >= 0 && pages + 2 < parts.Length && parts[pages + 1] == "api")
        {
            return new Place([.. parts[(pages + 1)..^1], stem], "next", false, false);
        }

        // Below pages every framework keeps its views; the first of them is a route by its place alone.
        if (pages >= 0 && pages + 2 == parts.Length && stem == "index")
        {
            return new Place([], "next", false, true);
        }

        var app = AppIndex(parts);
        if (app >= 0 && stem is "route" or "page")
        {
            return new Place(parts[(app + 1)..^1], "next", stem == "route", stem == "page");
        }

        if (app >= 0 && app == parts.Length - 2 && MetadataFiles.TryGetValue(stem, out var served))
        {
            return new Place([served], "next", false, true);
        }

        var routes = Array.IndexOf(parts, "routes");
        if (routes >= 0 && stem is "+server" or "+page")
        {
            return new Place(parts[(routes + 1)..^1], "sveltekit", stem == "+server", stem == "+page");
        }

        var server = Array.IndexOf(parts, "server");
        if (
            server >= 0
            && server + 2 < parts.Length
            && parts[server + 1] is "api"
            && stem.Split('.') is { Length: <= 2 } nuxt
            && nuxt.Length == 2
            && Methods.Contains(nuxt[1].ToUpperInvariant())
        )
        {
            return new Place([.. parts[(server + 1)..^1], nuxt[0]], "nuxt", false, false);
        }

        return null;
    }

    // Nitro's handlers below server/api and server/routes; files of other servers are in such places too.
    private static Place? Nitro(CodeReading reading)
    {
        var parts = reading.File.Path.Split('/');
        var server = Array.IndexOf(parts, "server");
        if (
            server < 0
            || server + 2 >= parts.Length
            || parts[server + 1] is not ("api" or "routes")
            || !reading.Syntax.Calls.Any(call => call.Path is "defineEventHandler" or "eventHandler" or "defineCachedEventHandler")
        )
        {
            return null;
        }

        var stem = parts[^1][..parts[^1].LastIndexOf('.')];
        var method = stem.LastIndexOf('.') is > 0 and var dot && Methods.Contains(stem[(dot + 1)..].ToUpperInvariant()) ? dot : stem.Length;
        var first = parts[server + 1] == "api" ? server + 1 : server + 2;
        return new Place([.. parts[first..^1], stem[..method]], "nuxt", false, false);
    }

    private static int AppIndex(string[] parts)
    {
        var nested = Array.FindIndex(parts, 1 < parts.Length ? 1 : 0, part => part == "app");
        return nested > 0 && parts[nested - 1] == "src" ? nested : Array.IndexOf(parts, "app");
    }

    // "[id]" is a parameter, "[...rest]" everything below, "(group)" and "@slot" are no part of the path.
    private static (string Path, bool IsPrefix) PathOf(IReadOnlyList<string> segments, string framework)
    {
        var path = "";
        foreach (var segment in segments)
        {
            if (segment is ['(', ..] or ['@', ..] || (segment == "index" && framework is "next" or "nuxt"))
            {
                continue;
            }

            if (segment.StartsWith("[...", StringComparison.Ordinal) || segment.StartsWith("[[...", StringComparison.Ordinal))
            {
                return (path + "/", true);
            }

            path += "/" + (segment is ['[', .. var name, ']'] ? ":" + name.Trim('[', ']') : segment);
        }

        return (path.Length == 0 ? "/" : path, false);
    }

    /// <summary>Where a file is among a framework's routes.</summary>
    private sealed record Place(IReadOnlyList<string> Segments, string Framework, bool IsHandler, bool IsPage);
}
