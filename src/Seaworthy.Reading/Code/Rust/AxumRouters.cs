using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>The routers of an axum file, by the <c>Router::new()</c> that their chain begins with. A function that gives back a router gives it its name.</summary>
internal sealed class AxumRouters
{
    private static readonly HashSet<string> Makers =
    [
        "Router.new",
        "axum.Router.new",
        "OpenApiRouter.new",
        "ApiRouter.new",
        "Router.default",
    ];

    private readonly CodeReading reading;
    private readonly Dictionary<int, string> byRoot = [];
    private readonly UniqueNames names = new();
    private readonly HashSet<string> applications = new(StringComparer.Ordinal);

    public AxumRouters(CodeReading reading)
    {
        this.reading = reading;
        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Receiver is null && !tests.Holds(call.First) && Makers.Contains(call.Path))
            {
                Add(call);
            }
        }
    }

    /// <summary>The router on which a call of a chain works.</summary>
    public string? Of(CodeCall call)
    {
        var root = call.Root;
        return byRoot.TryGetValue(root.Open, out var known) ? known
            : root.Owner.Length > 0 ? Local(root.Owner, call.Scope, 0)
            : null;
    }

    /// <summary>Whether a router of this file is served without anybody mounting it.</summary>
    public bool IsApplication(string router) => applications.Contains(router);

    /// <summary>The router that an expression is: a local, a chain, or a function of this or another file that makes one.</summary>
    public string? In(CodeArgument argument, CodeScope? scope)
    {
        if (reading.Evaluator.DottedName(argument.Value) is { } name)
        {
            return Local(name, scope, 0) ?? name;
        }

        var first = InOrder.Within(reading.Syntax.Calls, call => call.Open, argument.Value).FirstOrDefault();
        return first is null ? null : Of(first) ?? first.Path;
    }

    private string? Local(string name, CodeScope? scope, int depth)
    {
        if (
            depth > 8
            || name.Contains('.', StringComparison.Ordinal)
            || reading.AssignmentOf(name, scope) is not { Scope: not null } assignment
        )
        {
            return null;
        }

        // "let app = app.layer(…)" shadows: the first assignment of the name is the one that makes it.
        var first = InOrder.Within(reading.Syntax.Calls, call => call.Open, assignment.Value).FirstOrDefault();
        return first is null ? null
            : byRoot.TryGetValue(first.Root.Open, out var known) ? known
            : first.Owner.Length > 0 && first.Owner != name ? Local(first.Owner, scope, depth + 1)
            : first.Receiver is null && char.IsLower(first.Name[0]) ? first.Path
            : null;
    }

    private void Add(CodeCall call)
    {
        var function = NamedFunction(call.Scope);
        var local = VariableOf(call);
        var isReturned = function is not null && function.Name != "main" && IsResult(function, call, local);
        var name = names.Take(
            isReturned ? function?.Name ?? "Router"
            : function is null || function.Name == "main" ? local ?? "Router"
            : $"{function.Name}.{local ?? "Router"}"
        );
        byRoot[call.Open] = name;
        if (function?.Name == "main")
        {
            applications.Add(name);
        }

        reading.Routers.Add(new Router(name, null, function?.Name == "main", "axum", call.Span) { IsExported = isReturned });
    }

    /// <summary>The chain ends the function, or the variable does that holds it.</summary>
    private bool IsResult(CodeFunction function, CodeCall call, string? local)
    {
        var last = function.Body.End - 1;
        return local is not null
            ? reading.Trees.Is(last, local)
                || (reading.Trees.Is(last, ";") && reading.Trees.Is(last - 1, local))
                || StartsLastExpression(function, local)
            : reading.Trees.Parent(call.First) == function.Body.First - 1;
    }

    // "app.layer(cors)" as the last expression.
    private bool StartsLastExpression(CodeFunction function, string local)
    {
        for (var at = function.Body.End - 1; at > function.Body.First; at = reading.Trees.Before(at))
        {
            if (reading.Trees.Is(at, ";"))
            {
                return reading.Trees.Is(at + 1, local);
            }
        }

        return false;
    }

    private string? VariableOf(CodeCall call) =>
        InOrder
            .Within(reading.Syntax.Assignments, assignment => assignment.Token, new TokenRange(call.First - 12, call.First))
            .LastOrDefault(assignment => assignment.Value.First == call.First)
            ?.Name;

    private static CodeFunction? NamedFunction(CodeScope? scope)
    {
        while (scope is not null and not CodeFunction { Name.Length: > 0 })
        {
            scope = scope.Parent;
        }

        return scope as CodeFunction;
    }
}
