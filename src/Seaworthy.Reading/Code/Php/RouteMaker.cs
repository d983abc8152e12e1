using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Adds the routes that one call declares, below its groups and its own prefix.</summary>
/// <param name="router">What the file's routes hang on; null where they are served as they stand.</param>
/// <param name="wheres">The calls of the chain that say what its parameters match.</param>
internal sealed class RouteMaker(CodeReading reading, RouteGroups groups, string? router, CodeCall call, IReadOnlyList<CodeCall> wheres)
{
    private static readonly string[] OfItem = ["GET", "PUT", "PATCH", "DELETE"];

    public void Add(IReadOnlyList<string> methods, CodeArgument? path)
    {
        if (path is null)
        {
            return;
        }

        var value = reading.Value(path.Value, call.Scope);
        if (value is not CodeValue.Literal { Text: var text })
        {
            methods.ToList().ForEach(method => Add(method, value, false));
            return;
        }

        var open = TakesEverything(text);
        foreach (var variant in open >= 0 ? [text[..open]] : RoutePaths.OfLaravel(text))
        {
            methods.ToList().ForEach(method => Add(method, new CodeValue.Literal(variant, value.Span), open >= 0));
        }
    }

    public void AddResource(CodeArgument? name)
    {
        if (name is not null && reading.Literal(name, call.Scope) is { } text)
        {
            AddResource(text, reading.Syntax.Span(name.Value));
        }
        else if (name is not null)
        {
            Add("*", reading.Value(name.Value, call.Scope), true);
        }
    }

    /// <summary><c>photos.comments</c> is <c>photos/{photo}/comments/{comment}</c>; a shallow one also stands alone.</summary>
    public void AddResource(string name, SourceSpan span)
    {
        var parts = name.Split('.');
        var full = string.Join("/{p}/", parts);
        foreach (var path in parts.Length > 1 ? [full, parts[^1]] : new[] { full })
        {
            Literal("GET", path, span);
            Literal("POST", path, span);
            Literal("GET", path + "/create", span);
            Literal("GET", path + "/{p}/edit", span);
            foreach (var method in OfItem)
            {
                Literal(method, path + "/{p}", span);
            }
        }
    }

    public void AddSingleton(CodeArgument? name)
    {
        if (name is not null && reading.Literal(name, call.Scope) is { } text)
        {
            var path = string.Join("/{p}/", text.Split('.'));
            var span = reading.Syntax.Span(name.Value);
            Literal("*", path, span);
            Literal("GET", path + "/create", span);
            Literal("GET", path + "/edit", span);
        }
    }

    public void AddEverything() => Add("*", new CodeValue.Literal("", call.Span), true);

    private void Literal(string method, string path, SourceSpan span) => Add(method, new CodeValue.Literal(path, span), false);

    private void Add(string method, CodeValue path, bool isPrefix)
    {
        var own = RouteGroups
            .Before(call)
            .Where(before => before.Name == "prefix" && before.Positional(0) is not null)
            .Select(before => reading.Value(before.Arguments[0].Value, before.Scope));
        var whole = RouteGroups.Join([.. groups.Around(call.Span), .. own, path], path.Span) ?? path;
        reading.Routes.Add(new Route(router, method, whole, LaravelRoutes.Framework, call.Span) { IsPrefix = isPrefix });
    }

    /// <summary>Where a parameter begins that takes slashes: <c>'/{any}'</c> with <c>->where('any', '.*')</c>.</summary>
    private int TakesEverything(string path)
    {
        foreach (var where in wheres)
        {
            for (var at = where.Open; at < where.End; at++)
            {
                if (
                    reading.Trees.IsKind(at, TokenKind.String)
                    && Literals.Value(reading.Trees, at) is var pattern
                    && (
                        pattern.Contains(".*", StringComparison.Ordinal)
                        || pattern.Contains(".+", StringComparison.Ordinal)
                        || pattern.Contains("[^", StringComparison.Ordinal)
                        || pattern.Contains("(?", StringComparison.Ordinal)
                    )
                )
                {
                    return path.IndexOf('{', StringComparison.Ordinal);
                }
            }
        }

        return -1;
    }
}
