using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>
/// Which names of a file hold something that endpoints are mapped on: the application, groups, and parameters of extension methods. A method that takes a route builder is a router of its own name.
/// </summary>
internal sealed class EndpointRouters
{
    private const string Framework = "aspnetcore";

    private static readonly HashSet<string> Types = ["IEndpointRouteBuilder", "WebApplication", "RouteGroupBuilder", "IApplicationBuilder"];
    private static readonly HashSet<string> Applications =
    [
        "app",
        "application",
        "webApp",
        "endpoints",
        "endpoint",
        "routes",
        "routeBuilder",
        "builder",
    ];

    private readonly CodeReading reading;
    private readonly Dictionary<ScopedName, string> byLocal = [];
    private readonly Dictionary<string, Router> waiting = new(StringComparer.Ordinal);
    private readonly UniqueNames names = new();

    public EndpointRouters(CodeReading reading)
    {
        this.reading = reading;
        foreach (var function in reading.Syntax.Functions)
        {
            AddMethod(function);
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Name == "MapGroup" && call.Receiver is null && call.Owner.Length > 0 && call.Positional(0) is { } prefix)
            {
                AddGroup(call, prefix);
            }
        }
    }

    /// <summary>Whether the owner of a call is known to hold a router, or is named like one.</summary>
    public bool IsRouter(CodeCall call) => Find(call.Owner, call.Scope) is not null || Applications.Contains(call.Owner);

    /// <summary>The router that a call maps on; an unknown owner is the application, which a lambda's parameter often names.</summary>
    public string Of(CodeCall call) => Find(call.Owner, call.Scope) ?? Application(call);

    private string? Find(string local, CodeScope? scope)
    {
        for (; ; scope = scope.Parent)
        {
            if (byLocal.TryGetValue(new(scope, local), out var found))
            {
                return Declare(found);
            }

            if (scope is null)
            {
                return null;
            }
        }
    }

    private string Application(CodeCall call)
    {
        const string Name = "app";
        if (!names.Contains(Name))
        {
            names.Take(Name);
            reading.Routers.Add(new Router(Name, null, true, Framework, reading.Trees.Span(call.First)));
        }

        return Name;
    }

    // Many methods take a builder to add middleware only: they are routers once something hangs on them.
    private string Declare(string name)
    {
        if (waiting.Remove(name, out var router))
        {
            reading.Routers.Add(router);
        }

        return name;
    }

    private void AddMethod(CodeFunction function)
    {
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Type.IsEmpty || !Types.Contains(reading.Trees.Text(parameter.Type.End - 1)) || parameter.Name.Length == 0)
            {
                continue;
            }

            if (function.Name == "Configure" && function.Owner == "Startup")
            {
                continue;
            }

            // Where the class implements an interface (Carter's modules, an IEndpoint of the repository's own), reflection finds and maps it.
            var owner = function.Parent as CodeClass;
            var isFound = owner is { Bases.Count: > 0 };
            var name = names.Take(isFound ? $"{function.Owner}.{function.Name}" : function.Name);
            byLocal[new(function, parameter.Name)] = name;
            waiting[name] = new Router(name, null, isFound, Framework, function.Span) { IsExported = true };
            return;
        }
    }

    private void AddGroup(CodeCall call, CodeArgument prefix)
    {
        var assignment = InOrder
            .Within(reading.Syntax.Assignments, candidate => candidate.Token, new TokenRange(call.First - 6, call.First))
            .LastOrDefault(candidate => candidate.Value.First == call.Whole.First);
        var value = CSharpValues.Value(reading, prefix.Value, call.Scope);
        var local = assignment?.Name ?? $"group({(value as CodeValue.Literal)?.Text})";
        var parent = Of(call);
        var name = names.Take(call.Scope is CodeFunction { Name: not "Main" } function ? $"{function.Name}.{local}" : local);
        byLocal[new(assignment?.Scope ?? call.Scope, local)] = name;
        reading.Routers.Add(new Router(name, null, false, Framework, call.Span));
        reading.Mounts.Add(new RouterMount(parent, name, value, Framework, call.Span));
        Chained(call, name);
    }

    /// <summary><c>app.MapGroup("/x").MapGet("/y", …)</c>: the calls that hang on the group itself.</summary>
    private void Chained(CodeCall group, string name)
    {
        foreach (
            var call in InOrder.Within(
                reading.Syntax.Calls,
                call => call.Open,
                new TokenRange(group.End, Math.Min(group.End + 4000, reading.Trees.Count))
            )
        )
        {
            if (call.Receiver is null || call.Root != group)
            {
                continue;
            }

            if (
                call.Name is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch"
                && CSharpValues.Value(reading, call.Positional(0), call.Scope) is { } path
            )
            {
                reading.Routes.Add(new Route(name, call.Name["Map".Length..].ToUpperInvariant(), path, Framework, call.Span));
            }
            else if (call.Name.StartsWith("Map", StringComparison.Ordinal))
            {
                reading.Mounts.Add(new RouterMount(name, call.Name, null, Framework, call.Span));
            }
        }
    }
}
