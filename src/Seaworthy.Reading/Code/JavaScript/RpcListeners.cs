using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Sockets of gRPC servers, and of Nest's microservices.</summary>
/// <remarks>Source: gRPC, "Basics tutorial, Node"; NestJS documentation, "Microservices" and "gRPC".</remarks>
internal sealed class RpcListeners : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            switch (call.Name)
            {
                case "bindAsync" or "bind" when reading.Imported("@grpc/grpc-js", "grpc") && call.Arguments.Count > 1:
                    Add(reading, call.Arguments[0].Value, null, "grpc", "grpc", call);
                    break;
                case "createMicroservice" or "connectMicroservice" when call.Arguments.Count > 0:
                    Nest(reading, call);
                    break;
            }
        }
    }

    // Of the transports, TCP and gRPC listen; the others are clients of a broker, whose address their options hold.
    private static void Nest(CodeReading reading, CodeCall call)
    {
        var members = reading.Syntax.Members(call.Arguments[^1].Value);
        var transport =
            members.FirstOrDefault(member => member.Name == "transport") is { } named
            && reading.Evaluator.DottedName(named.Value) is { } written
                ? written[(written.LastIndexOf('.') + 1)..]
                : "TCP";
        var options = members.FirstOrDefault(member => member.Name == "options") is { } nested ? reading.Syntax.Members(nested.Value) : [];
        if (transport == "TCP" && options.FirstOrDefault(member => member.Name == "port") is { } port)
        {
            var host = options.FirstOrDefault(member => member.Name == "host");
            Add(reading, port.Value, host?.Value, "nestjs", "tcp", call);
        }
        else if (transport == "GRPC" && options.FirstOrDefault(member => member.Name == "url") is { } url)
        {
            Add(reading, url.Value, null, "nestjs", "grpc", call);
        }
    }

    private static void Add(CodeReading reading, TokenRange port, TokenRange? host, string framework, string protocol, CodeCall call) =>
        reading.Listeners.Add(
            new Listener(reading.Value(port, call.Scope), host is { } named ? reading.Value(named, call.Scope) : null, framework, call.Span)
            {
                Protocol = protocol,
            }
        );
}
