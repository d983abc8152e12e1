using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Sockets that Rust programs open: actix-web, axum, warp, tonic, hyper, tide and plain TCP.</summary>
/// <remarks>Source: crate documentation of each.</remarks>
internal sealed class RustListeners : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Positional(0) is { } address && !tests.Holds(call.First) && FrameworkOf(reading, call) is var (framework, protocol))
            {
                Add(reading, call, address, framework, protocol);
            }
        }
    }

    private static (string Framework, string Protocol)? FrameworkOf(CodeReading reading, CodeCall call)
    {
        var root = call.Root;
        switch (call.Name)
        {
            case "bind"
            or "bind_rustls"
            or "bind_rustls_021"
            or "bind_rustls_0_22"
            or "bind_rustls_0_23"
            or "bind_openssl"
            or "bind_auto_h2c" when root.Path.EndsWith("HttpServer.new", StringComparison.Ordinal):
                return ("actix-web", "http");
            case "bind" when call.Owner.EndsWith("TcpListener", StringComparison.Ordinal):
                return reading.Imported("axum") ? ("axum", "http")
                    : reading.Imported("poem") ? ("poem", "http")
                    : reading.Imported("hyper") ? ("hyper", "http")
                    : reading.Imported("actix_web") ? ("actix-web", "http")
                    : ("tcp", "tcp");
            case "bind" when call.Owner is "axum.Server" or "Server" or "hyper.Server" or "axum_server":
                return (call.Owner.StartsWith("hyper", StringComparison.Ordinal) ? "hyper" : "axum", "http");
            case "run" when root.Path == "warp.serve":
                return ("warp", "http");
            case "serve" when root.Path is "Server.builder" or "tonic.transport.Server.builder" && reading.Imported("tonic"):
                return ("tonic", "grpc");
            case "listen" when call.Owner is "app" or "server" && reading.Imported("tide"):
                return ("tide", "http");
            default:
                return null;
        }
    }

    private static void Add(CodeReading reading, CodeCall call, CodeArgument address, string framework, string protocol)
    {
        if (RustAddress.Tuple(address.Value, reading.Evaluator, reading.Trees) is var (host, port))
        {
            reading.Listeners.Add(
                new Listener(Resolved(reading, port, call), Resolved(reading, host, call), framework, call.Span) { Protocol = protocol }
            );
            return;
        }

        reading.Listeners.Add(
            new Listener(RustTypes.Value(reading, address.Value, call.Scope), null, framework, call.Span) { Protocol = protocol }
        );
    }

    private static CodeValue Resolved(CodeReading reading, CodeValue value, CodeCall call) =>
        RustTypes.Qualify(reading, LocalValues.Resolve(reading, value, call.Scope), call.Scope, 0);
}
