using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>A call that declares one route, or one for each method it names.</summary>
internal static class GoRoute
{
    private static readonly HashSet<string> Verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE"];
    private static readonly HashSet<string> Upper = ["gin", "echo", "httprouter", "hertz"];

    public static void Read(CodeReading reading, GoRouterTable table, GoGroups groups, CodeCall call)
    {
        if ((call.Receiver is null && call.Owner.Length == 0) || call.Arguments.Count == 0)
        {
            return;
        }

        var router =
            groups.ReceiverOf(call)
            ?? (
                call.Receiver is not null ? null
                : call.Path is "http.Handle" or "http.HandleFunc" ? table.Default(call)
                : Implied(reading, table, call)
            );
        if (router is not null)
        {
            On(reading, router, call);
        }
    }

    private static void On(CodeReading reading, GoRouter router, CodeCall call)
    {
        var isUpper = Upper.Contains(router.Framework);
        var verb = call.Name.ToUpperInvariant();
        if (Verbs.Contains(verb) && (isUpper ? call.Name == verb : router.Framework is "fiber" or "chi" && call.Name != verb))
        {
            Add(reading, router, [verb], call, 0);
            return;
        }

        switch (call.Name)
        {
            case "Any" or "All" when router.Framework is "gin" or "echo" or "fiber" or "hertz":
                Add(reading, router, ["*"], call, 0);
                break;
            case "Handle"
            or "Add"
            or "Method"
            or "MethodFunc"
            or "HandlerFunc"
            or "Handler" when call.Arguments.Count > 2 && MethodOf(reading, call.Positional(0), call) is { } method:
                Add(reading, router, [method], call, 1);
                break;
            case "HandleFunc" or "Handle" when router.Framework is "net/http" or "gorilla/mux" or "chi" && call.Arguments.Count >= 2:
                Add(reading, router, Methods(reading, call), call, 0);
                break;
            case "PathPrefix":
                Add(reading, router, ["*"], call, 0, isPrefix: true);
                break;
            case "Static" or "StaticFS" or "StaticFile" or "File" when call.Arguments.Count >= 2:
                Add(reading, router, ["GET"], call, 0, isPrefix: call.Name is "Static" or "StaticFS");
                break;
        }
    }

    private static void Add(
        CodeReading reading,
        GoRouter router,
        IReadOnlyList<string> methods,
        CodeCall call,
        int position,
        bool isPrefix = false
    )
    {
        if (GoTypes.Value(reading, call.Positional(position), call.Scope) is not { } path)
        {
            return;
        }

        var handler = reading.Evaluator.DottedName(call.Arguments[^1].Value);
        if (router.Framework == "net/http" && path is CodeValue.Literal pattern)
        {
            // "GET example.org/x": a method and a host may be in front. Source: package documentation, "net/http", type ServeMux.
            var blank = pattern.Text.IndexOf(' ', StringComparison.Ordinal);
            methods = blank > 0 ? [pattern.Text[..blank]] : methods;
            var text = pattern.Text[(blank + 1)..].Trim();
            text = text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? text[slash..] : text;
            isPrefix = text.EndsWith('/');
            path = pattern with { Text = text.Replace("{$}", "", StringComparison.Ordinal) };
        }

        isPrefix |= path is CodeValue.Literal { Text: var written } && written.Contains("/*", StringComparison.Ordinal);
        foreach (var method in methods)
        {
            reading.Routes.Add(
                new Route(router.Name, method, path, router.Framework, call.Span) { IsPrefix = isPrefix, Handler = handler }
            );
        }
    }

    /// <summary>gorilla's <c>.Methods("GET", "POST")</c> behind the route.</summary>
    private static IReadOnlyList<string> Methods(CodeReading reading, CodeCall call)
    {
        if (
            reading.Trees.Is(call.End, ".")
            && reading.Trees.Is(call.End + 1, "Methods")
            && reading.Syntax.CallAt(call.End + 2) is { } methods
        )
        {
            List<string> named = [.. methods.Arguments.Select(argument => MethodOf(reading, argument, call)).OfType<string>()];
            return named.Count > 0 ? named : ["*"];
        }

        return ["*"];
    }

    private static string? MethodOf(CodeReading reading, CodeArgument? argument, CodeCall call) =>
        reading.Value(argument, call.Scope) switch
        {
            CodeValue.Literal literal when Verbs.Contains(literal.Text.ToUpperInvariant()) => literal.Text.ToUpperInvariant(),
            CodeValue.Reference reference when reference.Name.StartsWith("http.Method", StringComparison.Ordinal) => reference
                .Name["http.Method".Length..]
                .ToUpperInvariant(),
            _ => null,
        };

    /// <summary>A router of unknown origin: <c>x.GET("/path", handler)</c> in a file that imports the framework.</summary>
    private static GoRouter? Implied(CodeReading reading, GoRouterTable table, CodeCall call)
    {
        if (call.Arguments.Count < 2 || reading.Literal(call.Positional(0)) is not { } path || path is not (['/', ..] or ""))
        {
            return null;
        }

        var framework = Verbs.Contains(call.Name)
            ? reading.Imported("github.com/gin-gonic/gin")
                ? "gin"
                : reading.Imported("github.com/labstack/echo")
                    ? "echo"
                    : null
            : Verbs.Contains(call.Name.ToUpperInvariant())
                ? reading.Imported("github.com/gofiber/fiber")
                    ? "fiber"
                    : reading.Imported("github.com/go-chi/chi")
                        ? "chi"
                        : null
                : null;
        return framework is null
            ? null
            : table.Add(call.Scope, call.Owner, table.NameIn(call.Scope, call.Owner), framework, isApplication: true, call.First);
    }
}
