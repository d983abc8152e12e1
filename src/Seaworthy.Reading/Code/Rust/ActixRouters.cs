using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>The routers of an actix-web file, by the call that their chain begins with.</summary>
internal sealed class ActixRouters
{
    private readonly CodeReading reading;
    private readonly Dictionary<int, string> byRoot = [];
    private readonly UniqueNames names = new();

    public ActixRouters(CodeReading reading)
    {
        this.reading = reading;
        foreach (var function in reading.Syntax.Functions)
        {
            if (ConfigParameter(function) is not null)
            {
                names.Take(function.Name);
                reading.Routers.Add(
                    new Router(function.Name, null, false, "actix-web", function.Span) { IsExported = function.IsExported }
                );
            }
        }

        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Receiver is null && !tests.Holds(call.First))
            {
                AddRoot(call);
            }
        }
    }

    /// <summary>The router on which a call of a chain works; null when the chain is none of a router's.</summary>
    public string? Of(CodeCall call)
    {
        var root = call.Root;
        if (byRoot.TryGetValue(root.Open, out var known))
        {
            return known;
        }

        for (var scope = call.Scope; scope is not null && root.Owner.Length > 0; scope = scope.Parent)
        {
            if (scope is CodeFunction function && ConfigParameter(function) == root.Owner)
            {
                return function.Name;
            }
        }

        return root.Owner.Length > 0 ? Local(root.Owner, call.Scope) : null;
    }

    /// <summary>The router that a local was given.</summary>
    public string? Local(string name, CodeScope? scope) =>
        reading.AssignmentOf(name, scope) is { Scope: not null } assignment
        && InOrder.Within(reading.Syntax.Calls, call => call.Open, assignment.Value).FirstOrDefault() is { } first
            ? byRoot.GetValueOrDefault(first.Open)
            : null;

    private void AddRoot(CodeCall call)
    {
        switch (call.Path)
        {
            case "App.new" or "actix_web.App.new":
                Add(call, names.Take("App"), null, isApplication: true);
                break;
            case "web.scope"
            or "web.resource"
            or "scope"
            or "resource"
            or "actix_web.web.scope"
            or "actix_web.web.resource" when call.Positional(0) is { } path:
                var prefix = RustTypes.Value(reading, path.Value, call.Scope);
                Add(call, NameOf(call, prefix), prefix, isApplication: false);
                break;
        }
    }

    private void Add(CodeCall call, string name, CodeValue? prefix, bool isApplication)
    {
        byRoot[call.Open] = name;
        reading.Routers.Add(new Router(name, prefix, isApplication, "actix-web", call.Span));
    }

    // A function whose whole result is the scope gives it its name, since that is what others mount.
    private string NameOf(CodeCall call, CodeValue prefix) =>
        call.Scope is CodeFunction { Name.Length: > 0 } function && function.Body.First == call.First && !names.Contains(function.Name)
            ? names.Take(function.Name)
            : names.Take($"{call.Name}({(prefix as CodeValue.Literal)?.Text})");

    private string? ConfigParameter(CodeFunction function)
    {
        foreach (var parameter in function.Parameters)
        {
            if (!parameter.Type.IsEmpty && reading.Trees.Is(parameter.Type.End - 1, "ServiceConfig"))
            {
                return parameter.Name;
            }
        }

        return null;
    }
}
