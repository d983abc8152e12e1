using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>Routes of Sinatra, at the top of a file or in a class of <c>Sinatra::Base</c>; and its configured address.</summary>
/// <remarks>Source: README of sinatra/sinatra, "Routes", "Configuration"; documentation of sinatra-contrib, "Sinatra::Namespace".</remarks>
internal sealed class SinatraRoutes : FrameworkKnowledge
{
    private const string Framework = "sinatra";

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "options",
        "head"
    );

    public override void Read(CodeReading reading)
    {
        var isOfSinatra =
            reading.Imports.Exists(import => import.Module.StartsWith("sinatra", StringComparison.Ordinal))
            || reading.Syntax.Classes.Any(found => found.Bases.Any(name => name is "Sinatra.Base" or "Sinatra.Application"))
            || reading.Syntax.Calls.Any(call => call.Path == "Sinatra.new");
        if (!isOfSinatra)
        {
            return;
        }

        RailsMap map = new(reading, isDrawn: true);
        foreach (var call in reading.Syntax.Calls.Where(call => call is { Receiver: null, Kind: CallKind.Call, Owner: "" }))
        {
            Take(reading, map, call);
        }

        Listen(reading);
    }

    private static void Take(CodeReading reading, RailsMap map, CodeCall call)
    {
        var isBlock = reading.Trees.IsOpen(call.End, Brackets.Block) || reading.Trees.IsOpen(call.End, Brackets.Brace);
        if (call.Name == "namespace")
        {
            map.Enter(call, map.PathsOf(call.Positional(0)), RailsScopeKind.Plain);
        }
        else if (Verbs.Contains(call.Name) && isBlock && call.Positional(0) is { } path && map.At(call) is { } scope)
        {
            var method = call.Name.ToUpperInvariant();
            map.Add(scope, method, map.PathsOf(path), call, ofCollection: false, isPrefix: false);
            if (method == "GET")
            {
                map.Add(scope, "HEAD", map.PathsOf(path), call, ofCollection: false, isPrefix: false);
            }
        }
    }

    // set :port, ENV['PORT'] || 4567
    private static void Listen(CodeReading reading)
    {
        var settings = reading
            .Syntax.Calls.Where(call => call is { Receiver: null, Name: "set", Arguments.Count: 2 })
            .ToLookup(call => reading.Literal(call.Arguments[0]), StringComparer.Ordinal);
        if (settings["port"].LastOrDefault() is { } port)
        {
            var host = settings["bind"].LastOrDefault();
            reading.Listeners.Add(
                new Listener(
                    reading.Value(port.Arguments[1].Value, port.Scope),
                    host is null ? null : reading.Value(host.Arguments[1].Value, host.Scope),
                    Framework,
                    port.Span
                )
            );
        }
    }
}
