using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Sockets that Go programs open.</summary>
/// <remarks>Source: package documentation of net, net/http, gin, echo and fiber.</remarks>
internal sealed class GoListeners : FrameworkKnowledge
{
    private static readonly HashSet<string> Engines = ["r", "router", "engine", "app", "server", "srv", "g", "api", "e"];

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (AddressOf(reading, call) is var (address, framework, protocol))
            {
                foreach (var value in GoCallSites.Values(reading, address, call.Scope))
                {
                    reading.Listeners.Add(new Listener(value, null, framework, call.Span) { Protocol = protocol });
                }
            }
            else if (
                call is { Name: "Run", Arguments.Count: 0 }
                && reading.Imported("github.com/gin-gonic/gin")
                && Engines.Contains(call.Owner)
            )
            {
                Bare(reading, call);
            }
        }

        foreach (var server in reading.Syntax.Objects.Where(literal => literal.Type.EndsWith(".Server", StringComparison.Ordinal)))
        {
            if (reading.Syntax.Members(server.Value).FirstOrDefault(member => member.Name == "Addr") is { } address)
            {
                foreach (var value in GoCallSites.Values(reading, new CodeArgument(null, address.Value), server.Scope))
                {
                    reading.Listeners.Add(
                        new Listener(value, null, "net/http", reading.Syntax.Span(address.Value))
                        {
                            Protocol = server.Type == "http.Server" ? "http" : "tcp",
                        }
                    );
                }
            }
        }
    }

    private static (CodeArgument Address, string Framework, string Protocol)? AddressOf(CodeReading reading, CodeCall call)
    {
        switch (call.Path)
        {
            case "http.ListenAndServe" or "http.ListenAndServeTLS" when call.Positional(0) is { } address:
                var isMetrics = call.Positional(1) is { } handler && reading.Trees.Is(handler.Value.First, "promhttp");
                return (address, "net/http", isMetrics ? "metrics" : "http");
            case "net.Listen"
                when call.Positional(1) is { } address
                    && reading.Literal(call.Positional(0), call.Scope) is { } network
                    && network.StartsWith("tcp", StringComparison.Ordinal):
                return (address, "net", reading.Imported("google.golang.org/grpc") ? "grpc" : "tcp");
        }

        if (call.Path == "server.WithHostPorts" && call.Positional(0) is { } hostPort && reading.Imported("github.com/cloudwego/hertz"))
        {
            return (hostPort, "hertz", "http");
        }

        if (call.Receiver is not null || call.Positional(0) is not { } only)
        {
            return null;
        }

        return call.Name switch
        {
            "Run" or "RunTLS" when IsEngine(reading, call, "github.com/gin-gonic/gin", only) => (only, "gin", "http"),
            "Start" or "StartTLS" when IsEngine(reading, call, "github.com/labstack/echo", only) => (only, "echo", "http"),
            "Listen" or "ListenTLS" when IsEngine(reading, call, "github.com/gofiber/fiber", only) => (only, "fiber", "http"),
            _ => null,
        };
    }

    // The router may come from another file; its address gives it away.
    private static bool IsEngine(CodeReading reading, CodeCall call, string module, CodeArgument address) =>
        reading.Imported(module) && (Engines.Contains(call.Owner) || LooksLikeAddress(reading.Value(address.Value, call.Scope)))
        || Engines.Contains(call.Owner) && LooksLikeAddress(reading.Value(address.Value, call.Scope));

    private static bool LooksLikeAddress(CodeValue value) =>
        value switch
        {
            CodeValue.Literal literal => literal.Text.Contains(':', StringComparison.Ordinal),
            CodeValue.Concatenation all => all.Parts.Any(LooksLikeAddress),
            CodeValue.Environment { Default: { } fallback } => LooksLikeAddress(fallback),
            _ => false,
        };

    /// <summary>gin's <c>Run()</c> takes <c>PORT</c>, or else 8080.</summary>
    private static void Bare(CodeReading reading, CodeCall call)
    {
        CodeValue.Literal fallback = new("8080", call.Span);
        reading.EnvironmentReads.Add(new EnvironmentRead("PORT", fallback, Demand.Optional, call.Span));
        reading.Listeners.Add(new Listener(new CodeValue.Environment("PORT", fallback, call.Span), null, "gin", call.Span));
    }
}
