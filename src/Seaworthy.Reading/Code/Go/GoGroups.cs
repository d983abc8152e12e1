using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Routers made from routers: groups, subrouters, closures, mounts, and functions that are handed a router.</summary>
internal sealed class GoGroups(CodeReading reading, GoRouterTable table)
{
    /// <summary>Functions that take a router without hanging routes on it.</summary>
    private static readonly string[] NoMounts =
    [
        "Listen",
        "Serve",
        "New",
        "Use",
        "With",
        "Wrap",
        "Run",
        "Start",
        "Handle",
        "Shutdown",
        "append",
        "Print",
        "Fatal",
    ];

    private readonly Dictionary<int, CodeAssignment> assignmentsByValue = reading
        .Syntax.Assignments.Where(assignment => !assignment.Value.IsEmpty && assignment.Keyword is ":=" or "=" or "var")
        .DistinctBy(assignment => assignment.Value.First)
        .ToDictionary(assignment => assignment.Value.First);

    // app.Group("/api").Group("/v1"): the second is called on what the first made.
    private readonly Dictionary<CodeCall, GoRouter> made = [];

    /// <summary>Whether a call makes or mounts a router.</summary>
    public bool Take(CodeCall call)
    {
        if (ReceiverOf(call) is { } router)
        {
            return OnRouter(call, router);
        }

        Handed(call);
        return false;
    }

    /// <summary>The router that something is called on; null when it is none that is known.</summary>
    public GoRouter? ReceiverOf(CodeCall call) =>
        call.Receiver is { } chain ? made.GetValueOrDefault(chain)
        : call.Owner.Length > 0 ? table.Find(call.Owner, call.Scope)
        : null;

    private bool OnRouter(CodeCall call, GoRouter router)
    {
        switch (call.Name)
        {
            case "Group" or "Route" when Closure(call) is { } closure:
                Enter(call, router, closure);
                return true;
            case "Group" when call.Positional(0) is not null:
                Assigned(call, router, GoTypes.Value(reading, call.Positional(0), call.Scope));
                return true;
            // chi: the same router behind a middleware, as a rule for the one route that is called on it.
            case "With" when router.Framework == "chi":
                With(call, router);
                return true;
            case "PathPrefix" when IsSubrouter(call):
                Assigned(call, router, GoTypes.Value(reading, call.Positional(0), call.Scope));
                return true;
            case "Mount" when call.Arguments.Count == 2:
                Mount(router, reading.Evaluator.DottedName(call.Arguments[1].Value) ?? PathOfCall(call.Arguments[1]), call);
                return true;
            case "Handle" when router.Framework == "net/http" && call.Arguments.Count == 2 && Inner(call) is { } inner:
                MountStripped(router, inner, call);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The variable that the chain's result is assigned to holds the new router.</summary>
    private void Assigned(CodeCall call, GoRouter parent, CodeValue? prefix)
    {
        var isChained = reading.Trees.Is(call.End, ".") && reading.Trees.Is(call.End + 1, "Group");
        var assignment = isChained ? null : assignmentsByValue.GetValueOrDefault(call.Whole.First);
        var local = assignment?.Name ?? $"{(call.Receiver is null ? call.Owner : parent.Name)}{(prefix as CodeValue.Literal)?.Text}";
        var child = table.Add(
            assignment?.Scope ?? call.Scope,
            local,
            table.NameIn(call.Scope, local),
            parent.Framework,
            isApplication: false,
            call.First
        );
        made[call] = child;
        if (child.Name != parent.Name)
        {
            reading.Mounts.Add(new RouterMount(parent.Name, child.Name, prefix, parent.Framework, call.Span));
        }

        // "register(r.Group("/api"), …)": the function hangs its routes on the group.
        if (
            assignment is null
            && reading.Trees.Parent(call.First) is var open and >= 0
            && reading.Syntax.CallAt(open) is { } outer
            && TakesRouter(outer)
            && ReceiverOf(outer) is null
        )
        {
            reading.Mounts.Add(new RouterMount(child.Name, ChildName(outer), null, child.Framework, outer.Span));
        }
    }

    private void With(CodeCall call, GoRouter router)
    {
        if (assignmentsByValue.GetValueOrDefault(call.Whole.First) is { } assignment && assignment.Value.End == call.End)
        {
            Assigned(call, router, prefix: null);
        }
        else
        {
            made[call] = router;
        }
    }

    private static bool TakesRouter(CodeCall call) =>
        call.Receiver is null && call.Name.Length > 0 && !NoMounts.Any(word => call.Name.StartsWith(word, StringComparison.Ordinal));

    // r.Route("/api", func(r chi.Router) { … })
    private void Enter(CodeCall call, GoRouter parent, CodeFunction closure)
    {
        var prefix = call.Arguments.Count > 1 ? GoTypes.Value(reading, call.Positional(0), call.Scope) : null;
        var parameter = closure.Parameters.FirstOrDefault()?.Name is { Length: > 0 } name ? name : "r";
        var child = table.Add(
            closure,
            parameter,
            parent.Name + ((prefix as CodeValue.Literal)?.Text ?? "/"),
            parent.Framework,
            isApplication: false,
            call.First
        );
        reading.Mounts.Add(new RouterMount(parent.Name, child.Name, prefix, parent.Framework, call.Span));
    }

    private CodeFunction? Closure(CodeCall call) =>
        call.Arguments.Count is 1 or 2 && reading.Trees.Is(call.Arguments[^1].Value.First, "func")
            ? InOrder
                .Within(reading.Syntax.Functions, function => function.Body.First, call.Arguments[^1].Value)
                .FirstOrDefault(function => function.Name.Length == 0)
            : null;

    private bool IsSubrouter(CodeCall call) => reading.Trees.Is(call.End, ".") && reading.Trees.Is(call.End + 1, "Subrouter");

    private void Mount(GoRouter parent, string? child, CodeCall call)
    {
        if (child is not null)
        {
            var name = table.Find(child, call.Scope)?.Name ?? child;
            reading.Mounts.Add(
                new RouterMount(parent.Name, name, GoTypes.Value(reading, call.Positional(0), call.Scope), parent.Framework, call.Span)
            );
        }
    }

    private string? PathOfCall(CodeArgument argument) =>
        reading.Trees.IsClose(argument.Value.End - 1, Brackets.Paren)
            ? reading.Syntax.CallAt(reading.Trees.Partner(argument.Value.End - 1))?.Path
            : null;

    /// <summary>The router inside the second argument: <c>apiMux</c> or <c>http.StripPrefix("/api", apiMux)</c>.</summary>
    private GoRouter? Inner(CodeCall call)
    {
        var value = call.Arguments[1].Value;
        var last = reading.Trees.IsClose(value.End - 1, Brackets.Paren) ? value.End - 2 : value.End - 1;
        return reading.Trees.IsName(last) && !reading.Trees.Is(last - 1, ".") ? table.Find(reading.Trees.Text(last), call.Scope) : null;
    }

    private void MountStripped(GoRouter parent, GoRouter child, CodeCall call)
    {
        var isStripped = PathOfCall(call.Arguments[1]) == "http.StripPrefix";
        var prefix =
            isStripped && reading.Literal(call.Positional(0), call.Scope) is { } text
                ? new CodeValue.Literal(text.TrimEnd('/'), call.Span)
                : null;
        reading.Mounts.Add(new RouterMount(parent.Name, child.Name, prefix, parent.Framework, call.Span));
    }

    /// <summary><c>routes.Register(api, handler)</c>: whatever the function hangs on its parameter, hangs on the router it is given.</summary>
    private void Handed(CodeCall call)
    {
        if (!TakesRouter(call))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (
                argument.Value.Count <= 3
                && reading.Evaluator.DottedName(argument.Value) is { } name
                && table.Find(name, call.Scope) is { } router
                && name != "http"
            )
            {
                reading.Mounts.Add(new RouterMount(router.Name, ChildName(call), null, router.Framework, call.Span));
                return;
            }
        }
    }

    /// <summary>For a method the type that its receiver was made as: <c>h := handlers.NewAuth(db)</c>, <c>h.Register(api)</c> is <c>handlers.Auth.Register</c>.</summary>
    private string ChildName(CodeCall call)
    {
        if (
            call.Owner.Length == 0
            || reading.ImportOf(call.Owner) is not null
            || GoTypes.TypeOf(reading, call.Owner, call.Scope) is not { } type
        )
        {
            return call.Path;
        }

        var dot = type.LastIndexOf('.');
        var made = type[(dot + 1)..];
        return $"{type[..(dot + 1)]}{(made.StartsWith("New", StringComparison.Ordinal) && made.Length > 3 ? made[3..] : made)}.{call.Name}";
    }
}
