using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Requests that .NET programs send, and addresses of what they connect to.</summary>
/// <remarks>Source: Microsoft Learn, "Make HTTP requests using IHttpClientFactory"; the packages' documentation.</remarks>
internal sealed class CSharpRequests : FrameworkKnowledge
{
    private static readonly Request[] Requests =
    [
        new("GetFromJson", "GET"),
        new("GetAsync", "GET"),
        new("GetString", "GET"),
        new("GetStream", "GET"),
        new("GetByteArray", "GET"),
        new("PostAs", "POST"),
        new("PostAsync", "POST"),
        new("PutAs", "PUT"),
        new("PutAsync", "PUT"),
        new("PatchA", "PATCH"),
        new("DeleteAsync", "DELETE"),
        new("DeleteFromJson", "DELETE"),
    ];

    private static readonly Dictionary<string, string> Connections = new(StringComparer.Ordinal)
    {
        ["UseNpgsql"] = "database.address",
        ["UseSqlServer"] = "database.address",
        ["UseMySql"] = "database.address",
        ["UseMySQL"] = "database.address",
        ["UseSqlite"] = "database.address",
        ["NpgsqlConnection"] = "database.address",
        ["SqlConnection"] = "database.address",
        ["AddNpgSql"] = "database.address",
        ["MongoClient"] = "mongodb.address",
        ["ForAddress"] = "grpc.target",
    };

    /// <summary>Properties that hold an address, by the last two names that are assigned.</summary>
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["BaseAddress"] = "http.baseAddress",
        ["Address"] = "grpc.target",
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Positional(0) is { } address && !IsDesignTime(call.Scope))
            {
                Take(reading, call, address);
            }
        }

        foreach (var literal in reading.Syntax.Objects)
        {
            foreach (
                var member in literal.Type is "ConnectionFactory" or "HttpClient" or "GrpcChannelOptions"
                    ? reading.Syntax.Members(literal.Value)
                    : []
            )
            {
                if (member.Name is "HostName" or "BaseAddress")
                {
                    Set(reading, member.Name == "HostName" ? "amqp.address" : "http.baseAddress", member.Value, literal.Scope);
                }
            }
        }

        AddProperties(reading);
    }

    // What the migration tools use on a developer's machine says nothing about the program. Source: Microsoft Learn, "Design-time DbContext Creation".
    private static bool IsDesignTime(CodeScope? scope)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (
                scope is CodeClass { Bases: var bases }
                && bases.Any(name => name.Contains("DesignTimeDbContextFactory", StringComparison.Ordinal))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static void Take(CodeReading reading, CodeCall call, CodeArgument address)
    {
        if (Connections.TryGetValue(call.Name, out var setting))
        {
            Set(reading, setting, address.Value, call.Scope);
        }
        else if (call.Name is "Connect" or "ConnectAsync" && call.Owner.EndsWith("ConnectionMultiplexer", StringComparison.Ordinal))
        {
            Set(reading, "redis.address", address.Value, call.Scope);
        }
        else if (call.Name == "HttpRequestMessage" && call.Arguments is [var method, var url, ..])
        {
            Add(reading, call, Method(reading, method), url);
        }
        else if (
            call.Owner.EndsWith("client", StringComparison.OrdinalIgnoreCase)
            && Requests.FirstOrDefault(known => call.Name.StartsWith(known.Start, StringComparison.Ordinal)) is { Method: var verb }
        )
        {
            Add(reading, call, verb, address);
        }
    }

    private static void Add(CodeReading reading, CodeCall call, string method, CodeArgument url)
    {
        var value = CSharpValues.Value(reading, url.Value, call.Scope);
        if (value is not CodeValue.Unknown || call.Name != "DeleteAsync")
        {
            reading.Calls.Add(new HttpCall(method, value, call.Owner.Length > 0 ? call.Owner : null, call.Span));
        }
    }

    private static string Method(CodeReading reading, CodeArgument method) =>
        reading.Evaluator.DottedName(method.Value) is { } name && name.Contains("HttpMethod.", StringComparison.Ordinal)
            ? name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant()
            : "*";

    /// <summary><c>client.BaseAddress = new Uri(…)</c>, also in the lambdas that set clients up.</summary>
    private static void AddProperties(CodeReading reading)
    {
        var trees = reading.Trees;
        ScopeSearch scopes = new(reading.Syntax);
        for (var at = 2; at + 1 < trees.Count; at++)
        {
            if (
                !trees.Is(at, "=")
                || !trees.Is(at - 2, ".")
                || !Properties.TryGetValue(trees.Text(at - 1), out var setting)
                || !IsUri(trees, at + 1)
            )
            {
                continue;
            }

            var scope = scopes.At(at);
            var value = new TokenRange(at + 1, EndOf(trees, at + 1));
            Set(reading, setting, value, scope);
            if (setting == "http.baseAddress" && trees.IsName(at - 3))
            {
                reading.Constants.Add(
                    new CodeConstant(
                        $"{trees.Text(at - 3)}.baseURL",
                        CSharpValues.Value(reading, value, scope),
                        false,
                        reading.Syntax.Span(value)
                    )
                );
            }
        }
    }

    private static bool IsUri(TokenTrees trees, int at) => trees.Is(at, "new") && trees.Is(at + 1, "Uri");

    private static int EndOf(TokenTrees trees, int at)
    {
        while (at < trees.Count && !trees.Is(at, ";") && !trees.Is(at, ",") && !trees.IsKind(at, TokenKind.Close))
        {
            at = trees.After(at);
        }

        return at;
    }

    private static void Set(CodeReading reading, string setting, TokenRange value, CodeScope? scope) =>
        reading.Settings.Add(new FrameworkSetting(setting, CSharpValues.Value(reading, value, scope), reading.Syntax.Span(value)));

    private sealed record Request(string Start, string Method);
}
