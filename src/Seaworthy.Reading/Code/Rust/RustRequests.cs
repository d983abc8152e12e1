using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Requests that Rust programs send, and addresses of what they connect to.</summary>
internal sealed class RustRequests : FrameworkKnowledge
{
    private static readonly HashSet<string> Verbs = ["get", "post", "put", "patch", "delete", "head"];

    private static readonly Dictionary<string, string> Connections = new(StringComparer.Ordinal)
    {
        ["PgPool.connect"] = "database.address",
        ["MySqlPool.connect"] = "database.address",
        ["SqlitePool.connect"] = "database.address",
        ["PgConnection.establish"] = "database.address",
        ["MysqlConnection.establish"] = "database.address",
        ["ConnectionManager.new"] = "database.address",
        ["AsyncDieselConnectionManager.new"] = "database.address",
        ["Database.connect"] = "database.address",
        ["redis.Client.open"] = "redis.address",
        ["Client.with_uri_str"] = "mongodb.address",
        ["ClientOptions.parse"] = "mongodb.address",
    };

    public override void Read(CodeReading reading)
    {
        var tests = RustTests.Of(reading.Syntax);
        foreach (var call in reading.Syntax.Calls)
        {
            if (tests.Holds(call.First) || call.Positional(0) is not { } address)
            {
                continue;
            }

            if (SettingOf(reading, call) is { } setting)
            {
                reading.Settings.Add(
                    new FrameworkSetting(setting, RustTypes.Value(reading, address.Value, call.Scope), reading.Syntax.Span(address.Value))
                );
            }
            else if (call.Path == "reqwest.get" || (Verbs.Contains(call.Name) && IsClient(reading, call)))
            {
                reading.Calls.Add(
                    new HttpCall(call.Name.ToUpperInvariant(), RustTypes.Value(reading, address.Value, call.Scope), null, call.Span)
                );
            }
            else if (call.Name == "request" && IsClient(reading, call) && call.Positional(1) is { } url)
            {
                reading.Calls.Add(new HttpCall(Method(reading, address), RustTypes.Value(reading, url.Value, call.Scope), null, call.Span));
            }
        }
    }

    private static string? SettingOf(CodeReading reading, CodeCall call) =>
        Connections.TryGetValue(call.Path, out var setting) ? setting
        : call.Name == "connect" && call.Root.Owner is "PgPoolOptions" or "MySqlPoolOptions" or "SqlitePoolOptions" or "PoolOptions"
            ? "database.address"
        : call.Name == "connect" && call.Owner.EndsWith("Client", StringComparison.Ordinal) && reading.Imported("tonic") ? "grpc.target"
        : null;

    private static bool IsClient(CodeReading reading, CodeCall call) =>
        reading.Imported("reqwest")
        && (
            call.Receiver is null
                ? call.Owner.EndsWith("client", StringComparison.OrdinalIgnoreCase) || call.Owner is "http" or "self.http"
                : call.Receiver.Path is "Client.new" or "reqwest.Client.new"
        );

    private static string Method(CodeReading reading, CodeArgument method) =>
        reading.Evaluator.DottedName(method.Value) is { } name && name.Contains("Method.", StringComparison.Ordinal)
            ? name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant()
            : "*";
}
