using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>
/// Which names of a file hold routers. A router that a function takes or gives back is named by that function, since this is how other files meet it;
/// any other local of a function other than <c>main</c> has the function's name in front.
/// </summary>
internal sealed class GoRouterTable
{
    private static readonly Dictionary<string, string> Makers = new(StringComparer.Ordinal)
    {
        ["gin.Default"] = "gin",
        ["gin.New"] = "gin",
        ["echo.New"] = "echo",
        ["fiber.New"] = "fiber",
        ["chi.NewRouter"] = "chi",
        ["chi.NewMux"] = "chi",
        ["mux.NewRouter"] = "gorilla/mux",
        ["http.NewServeMux"] = "net/http",
        ["httprouter.New"] = "httprouter",
        ["server.Default"] = "hertz",
        ["server.New"] = "hertz",
    };

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["gin.Engine"] = "gin",
        ["gin.RouterGroup"] = "gin",
        ["gin.IRouter"] = "gin",
        ["gin.IRoutes"] = "gin",
        ["echo.Echo"] = "echo",
        ["echo.Group"] = "echo",
        ["fiber.App"] = "fiber",
        ["fiber.Router"] = "fiber",
        ["fiber.Group"] = "fiber",
        ["chi.Router"] = "chi",
        ["chi.Mux"] = "chi",
        ["mux.Router"] = "gorilla/mux",
        ["http.ServeMux"] = "net/http",
        ["httprouter.Router"] = "httprouter",
        ["server.Hertz"] = "hertz",
        ["route.RouterGroup"] = "hertz",
    };

    private readonly CodeReading reading;
    private readonly Dictionary<ScopedName, GoRouter> routers = [];
    private readonly UniqueNames names = new();

    public GoRouterTable(CodeReading reading)
    {
        this.reading = reading;
        foreach (var function in reading.Syntax.Functions)
        {
            AddParameters(function);
        }

        foreach (var assignment in reading.Syntax.Assignments)
        {
            if (MakerOf(assignment.Value) is { } framework)
            {
                Add(
                    assignment.Scope,
                    assignment.Name,
                    NameIn(assignment.Scope, assignment.Name),
                    framework,
                    isApplication: true,
                    assignment.Token
                );
            }
        }
    }

    /// <summary>The router that a name holds, seen from a scope.</summary>
    public GoRouter? Find(string name, CodeScope? scope)
    {
        for (var at = scope; ; at = at.Parent)
        {
            if (routers.TryGetValue(new(at, name), out var found))
            {
                return found;
            }

            if (at is null)
            {
                break;
            }
        }

        // "s.router" is the same field in every method.
        return name.LastIndexOf('.') is var dot and > 0 ? routers.GetValueOrDefault(new ScopedName(null, name[dot..])) : null;
    }

    /// <summary>The package's own router, on which <c>http.HandleFunc</c> hangs routes.</summary>
    public GoRouter Default(CodeCall call) => Add(null, "http", "http", "net/http", isApplication: true, call.First);

    public GoRouter Add(CodeScope? scope, string local, string name, string framework, bool isApplication, int token)
    {
        var isField = local.Contains('.', StringComparison.Ordinal);
        var key = isField ? new ScopedName(null, local[local.LastIndexOf('.')..]) : new ScopedName(scope, local);
        if (routers.TryGetValue(key, out var known))
        {
            return known;
        }

        GoRouter router = new(names.Take(name), framework);
        routers[key] = router;
        reading.Routers.Add(
            new Router(router.Name, null, isApplication, framework, reading.Trees.Span(token))
            {
                IsExported = name.Length > 0 && char.IsUpper(name[0]),
            }
        );
        return router;
    }

    /// <summary>The name of a local for the outside.</summary>
    public string NameIn(CodeScope? scope, string local)
    {
        var function = Named(scope);
        return function is null || function.Name == "main" ? local
            : IsReturned(function, local) ? QualifiedName(function)
            : $"{QualifiedName(function)}.{local}";
    }

    public static string QualifiedName(CodeFunction function) =>
        function.Owner is null ? function.Name : $"{function.Owner}.{function.Name}";

    private void AddParameters(CodeFunction function)
    {
        var isFirst = true;
        foreach (var parameter in function.Parameters)
        {
            if (
                parameter.Name.Length > 0
                && GoTypes.NameOf(reading, parameter.Type) is { } type
                && Types.TryGetValue(type, out var framework)
            )
            {
                if (function.Name.Length > 0)
                {
                    var name = isFirst ? QualifiedName(function) : $"{QualifiedName(function)}.{parameter.Name}";
                    Add(function, parameter.Name, name, framework, isApplication: false, parameter.Whole.First);
                }

                isFirst = false;
            }
        }
    }

    private string? MakerOf(TokenRange value)
    {
        var close = value.End - 1;
        return
            value.Count > 2
            && reading.Trees.IsClose(close, Brackets.Paren)
            && reading.Syntax.CallAt(reading.Trees.Partner(close)) is { Receiver: null } call
            ? MakerOf(call)
            : null;
    }

    // "server" is the name of many a package.
    private string? MakerOf(CodeCall call) =>
        Makers.GetValueOrDefault(call.Path) is { } framework && (framework != "hertz" || reading.Imported("github.com/cloudwego/hertz"))
            ? framework
            : null;

    private bool IsReturned(CodeFunction function, string local)
    {
        for (var at = function.Body.End - 2; at > function.Body.First && at > function.Body.End - 12; at--)
        {
            if (reading.Trees.Is(at, "return") && reading.Trees.Is(at + 1, local))
            {
                return true;
            }
        }

        return false;
    }

    private static CodeFunction? Named(CodeScope? scope)
    {
        while (scope is not null and not CodeFunction { Name.Length: > 0 })
        {
            scope = scope.Parent;
        }

        return scope as CodeFunction;
    }
}
