using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Ktor servers: <c>embeddedServer(Netty, port = 8080)</c>, <c>routing { route("/api") { get("/x") { … } } }</c>.</summary>
/// <remarks>Source: Ktor documentation, "Routing" and "Configuration in code".</remarks>
internal sealed class KtorRoutes : FrameworkKnowledge
{
    private const string Framework = "ktor";
    private const int DeepestLevel = 32;

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal,
        ["get", "post", "put", "patch", "delete", "head", "options"]
    );

    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("io.ktor.server", "io.ktor.routing"))
        {
            return;
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Name == "embeddedServer" && (call.Named("port") ?? call.Positional(1)) is { } port)
            {
                reading.Listeners.Add(
                    new Listener(
                        reading.Value(port, call.Scope) ?? Unknown(call),
                        reading.Value(call.Named("host"), call.Scope),
                        Framework,
                        call.Span
                    )
                );
            }
            else if (Verbs.Contains(call.Path) && reading.Trees.IsOpen(call.End, Brackets.Brace) && call.Positional(0) is { } path)
            {
                reading.Routes.Add(
                    new Route(
                        null,
                        call.Path.ToUpperInvariant(),
                        Prefixed(reading, call, reading.Value(path, call.Scope)),
                        Framework,
                        call.Span
                    )
                );
            }
        }

        Open(reading);
    }

    private static CodeValue.Unknown Unknown(CodeCall call) => new("it is not written", call.Span);

    /// <summary>A path with those of the <c>route</c> blocks around it.</summary>
    private static CodeValue Prefixed(CodeReading reading, CodeCall call, CodeValue? path)
    {
        List<CodeValue> parts = [path ?? Unknown(call)];
        var at = call.First;
        for (var depth = 0; depth < DeepestLevel && reading.Trees.Parent(at) is var brace and >= 0; depth++)
        {
            var close = brace - 1;
            if (
                reading.Trees.IsClose(close, Brackets.Paren)
                && reading.Syntax.CallAt(reading.Trees.Partner(close)) is { Path: "route" } around
                && around.Positional(0) is { } prefix
            )
            {
                parts.Insert(0, new CodeValue.Literal("/", around.Span));
                parts.Insert(0, reading.Value(prefix.Value, around.Scope));
            }

            at = brace;
        }

        return parts.Count == 1 ? parts[0] : new CodeValue.Concatenation(parts, call.Span);
    }

    // "fun Route.orders()" hangs wherever it is called.
    private static void Open(CodeReading reading)
    {
        var trees = reading.Trees;
        for (var at = 0; at + 2 < trees.Count; at++)
        {
            if (trees.Is(at, "fun") && trees.Is(at + 1, "Route") && trees.Is(at + 2, "."))
            {
                var span = trees.Span(at + 1);
                reading.Settings.Add(new FrameworkSetting("jvm.openRoutes", new CodeValue.Literal("Route", span), span));
                return;
            }
        }
    }
}
