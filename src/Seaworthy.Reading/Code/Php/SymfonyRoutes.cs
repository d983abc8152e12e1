using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Symfony's routes as attributes of controllers: <c>#[Route('/x', methods: ['GET'])]</c>, with the prefix that stands on the class.</summary>
/// <remarks>Source: Symfony documentation, "Routing".</remarks>
internal sealed class SymfonyRoutes : FrameworkKnowledge
{
    public const string Framework = "symfony";

    public override void Read(CodeReading reading)
    {
        foreach (var decorator in reading.Syntax.Decorators.Where(decorator => decorator.Name is "ApiResource" or "AsLiveComponent"))
        {
            Open(reading, decorator.Name, decorator.Span);
        }

        if (!reading.Imports.Exists(import => import.Module.StartsWith("Symfony\\Component\\Routing\\", StringComparison.Ordinal)))
        {
            return;
        }

        foreach (var found in reading.Syntax.Classes)
        {
            Take(reading, found);
        }

        if (
            reading.Routes.TrueForAll(route => route.Framework != Framework)
            && reading.File.Text.IndexOf("@Route(", StringComparison.Ordinal) is >= 0 and var at
        )
        {
            Open(reading, "@Route", new Model.Source.SourceSpan(reading.File, at, "@Route(".Length));
        }
    }

    private static void Open(CodeReading reading, string what, Model.Source.SourceSpan span) =>
        reading.Settings.Add(new FrameworkSetting(PhpSettings.OpenRoutes, new CodeValue.Literal(what, span), span));

    private static void Take(CodeReading reading, CodeClass found)
    {
        var own = found.Decorators.FirstOrDefault(decorator => decorator.Name == "Route");
        var methods = reading
            .Syntax.FunctionsIn(found)
            .SelectMany(function => function.Decorators.Where(decorator => decorator.Name == "Route"))
            .ToList();
        if (own is null && methods.Count == 0)
        {
            return;
        }

        var prefix =
            own is null ? null
            : PathOf(own) is { } path ? reading.Value(path.Value)
            : null;
        if (methods.Count == 0)
        {
            if (own is not null)
            {
                Add(reading, null, own, prefix);
            }

            return;
        }

        reading.Routers.Add(new Router(found.Name, prefix, true, Framework, found.Span) { IsExported = true });
        foreach (var decorator in methods)
        {
            Add(reading, found.Name, decorator, PathOf(decorator) is { } given ? reading.Value(given.Value) : null);
        }
    }

    private static CodeArgument? PathOf(CodeDecorator decorator) => decorator.Positional(0) ?? decorator.Named("path");

    private static void Add(CodeReading reading, string? router, CodeDecorator decorator, CodeValue? path)
    {
        var value = path ?? new CodeValue.Literal("", decorator.Span);
        var methods = Methods(reading, decorator.Named("methods"));
        if (value is not CodeValue.Literal literal)
        {
            reading.Routes.Add(new Route(router, "*", value, Framework, decorator.Span));
            return;
        }

        var isOpen = TakesSlashes(reading, decorator) || literal.Text.Contains("<.", StringComparison.Ordinal);
        foreach (var text in isOpen ? [Head(literal.Text)] : Variants(literal.Text))
        {
            foreach (var method in methods)
            {
                reading.Routes.Add(
                    new Route(router, method, literal with { Text = text }, Framework, decorator.Span) { IsPrefix = isOpen }
                );
            }
        }
    }

    private static string Head(string path) => path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open ? path[..open] : path;

    // A parameter at the end may have a default, in the attribute or in the function it is given to.
    private static IEnumerable<string> Variants(string path)
    {
        yield return path;
        for (var rest = path; rest.EndsWith('}') && rest.LastIndexOf("/{", StringComparison.Ordinal) is >= 0 and var open; )
        {
            rest = rest[..open];
            yield return rest;
        }
    }

    private static bool TakesSlashes(CodeReading reading, CodeDecorator decorator) =>
        decorator.Named("requirements") is { } requirements
        && reading.Syntax.Span(requirements.Value).Text is var text
        && (
            text.Contains(".+", StringComparison.Ordinal)
            || text.Contains(".*", StringComparison.Ordinal)
            || text.Contains("::", StringComparison.Ordinal)
        );

    private static IReadOnlyList<string> Methods(CodeReading reading, CodeArgument? methods)
    {
        List<string> found = [];
        for (var at = methods?.Value.First ?? 0; methods is not null && at < methods.Value.End; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String))
            {
                found.Add(Literals.Value(reading.Trees, at).ToUpperInvariant());
            }
            else if (reading.Trees.IsName(at) && reading.Trees.Text(at).StartsWith("METHOD_", StringComparison.Ordinal))
            {
                found.Add(reading.Trees.Text(at)["METHOD_".Length..]);
            }
        }

        return found.Count > 0 ? found : ["*"];
    }
}
