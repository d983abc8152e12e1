using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Sockets that .NET programs open by code. Without any, ASP.NET Core listens on what <c>ASPNETCORE_URLS</c> and <c>ASPNETCORE_HTTP_PORTS</c> say.</summary>
/// <remarks>Source: Microsoft Learn, "Configure endpoints for the ASP.NET Core Kestrel web server".</remarks>
internal sealed class CSharpListeners : FrameworkKnowledge
{
    private const string Kestrel = "kestrel";

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Kind == CallKind.New)
            {
                Constructed(reading, call);
            }
            else
            {
                Called(reading, call);
            }
        }
    }

    private static void Called(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "CreateBuilder" or "CreateSlimBuilder" when call.Owner == "WebApplication":
            case "ConfigureWebHostDefaults":
                reading.Settings.Add(new FrameworkSetting("aspnet.host", new CodeValue.Literal(call.Name, call.Span), call.Span));
                break;
            case "UseUrls":
                Urls(reading, call, call.Arguments);
                break;
            case "Run" or "RunAsync" when call.Arguments is [var url] && IsApplication(call) && IsAddress(reading, url, call):
                Urls(reading, call, [url]);
                break;
            case "Add"
                when call.Owner.EndsWith(".Urls", StringComparison.Ordinal) || call.Owner.EndsWith(".Prefixes", StringComparison.Ordinal):
                Urls(reading, call, call.Arguments);
                break;
            case "ListenAnyIP" or "ListenLocalhost" when call.Positional(0) is { } port:
                Add(reading, call, port, call.Name == "ListenAnyIP" ? "0.0.0.0" : "localhost");
                break;
            case "Listen" when call.Arguments is [var address, var port, ..]:
                Add(reading, call, port, HostOf(reading, address));
                break;
        }
    }

    private static void Constructed(CodeReading reading, CodeCall call)
    {
        if (call.Name == "TcpListener" && call.Arguments is [var address, var port])
        {
            var host = Host(reading, call, HostOf(reading, address));
            reading.Listeners.Add(
                new Listener(CSharpValues.Value(reading, port.Value, call.Scope), host, "tcp", call.Span) { Protocol = "tcp" }
            );
        }
        else if (call.Name is "KestrelMetricServer" or "MetricServer" && (call.Named("port") ?? call.Positional(0)) is { } metrics)
        {
            var value = CSharpValues.Value(reading, metrics.Value, call.Scope);
            reading.Listeners.Add(new Listener(value, null, "prometheus-net", call.Span) { Protocol = "metrics" });
        }
    }

    private static bool IsApplication(CodeCall call) => call.Owner is "app" or "application" or "webApp" or "host";

    private static bool IsAddress(CodeReading reading, CodeArgument argument, CodeCall call) =>
        CSharpValues.Value(reading, argument.Value, call.Scope) switch
        {
            CodeValue.Literal literal => literal.Text.Contains("://", StringComparison.Ordinal),
            CodeValue.Concatenation { Parts: [CodeValue.Literal first, ..] } => first.Text.Contains("://", StringComparison.Ordinal),
            CodeValue.Environment => true,
            _ => false,
        };

    private static void Urls(CodeReading reading, CodeCall call, IEnumerable<CodeArgument> urls)
    {
        foreach (var url in urls)
        {
            foreach (var one in Several(CSharpValues.Value(reading, url.Value, call.Scope)))
            {
                reading.Listeners.Add(new Listener(one, null, Kestrel, call.Span));
            }
        }
    }

    // Several addresses are in one text, with semicolons between.
    private static IEnumerable<CodeValue> Several(CodeValue value) =>
        value is CodeValue.Literal literal
            ? literal.Text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => literal with { Text = part.Trim() })
            : Enumerable.Repeat(value, 1);

    private static void Add(CodeReading reading, CodeCall call, CodeArgument port, string? host)
    {
        var isGrpc = call.Arguments.Count > 1 && HasHttp2(reading, call.Arguments[^1].Value);
        reading.Listeners.Add(
            new Listener(CSharpValues.Value(reading, port.Value, call.Scope), Host(reading, call, host), Kestrel, call.Span)
            {
                Protocol = isGrpc ? "grpc" : "http",
            }
        );
    }

    private static CodeValue? Host(CodeReading reading, CodeCall call, string? host) =>
        host is null ? null : new CodeValue.Literal(host, reading.Trees.Span(call.First));

    private static string? HostOf(CodeReading reading, CodeArgument address) =>
        reading.Evaluator.DottedName(address.Value) switch
        {
            "IPAddress.Any" or "IPAddress.IPv6Any" or "System.Net.IPAddress.Any" => "0.0.0.0",
            "IPAddress.Loopback" or "System.Net.IPAddress.Loopback" => "127.0.0.1",
            _ => null,
        };

    private static bool HasHttp2(CodeReading reading, TokenRange range)
    {
        for (var at = range.First; at < range.End; at++)
        {
            if (reading.Trees.Is(at, "Http2"))
            {
                return true;
            }
        }

        return false;
    }
}
