using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Requests that Go programs send, and addresses of the stores and services they connect to.</summary>
internal sealed class GoRequests : FrameworkKnowledge
{
    private static readonly HashSet<string> ClientMethods = ["Get", "Post", "Head", "PostForm", "Put", "Patch", "Delete"];

    /// <summary>Calls that connect: which argument is the address, and what is connected to.</summary>
    private static readonly Dictionary<string, Connection> Connections = new(StringComparer.Ordinal)
    {
        ["grpc.Dial"] = new(0, "grpc.target"),
        ["grpc.NewClient"] = new(0, "grpc.target"),
        ["grpc.DialContext"] = new(1, "grpc.target"),
        ["sql.Open"] = new(1, "database.address"),
        ["sqlx.Connect"] = new(1, "database.address"),
        ["sqlx.Open"] = new(1, "database.address"),
        ["postgres.Open"] = new(0, "database.address"),
        ["mysql.Open"] = new(0, "database.address"),
        ["pgx.Connect"] = new(1, "database.address"),
        ["pgxpool.New"] = new(1, "database.address"),
        ["pgxpool.Connect"] = new(1, "database.address"),
        ["redis.ParseURL"] = new(0, "redis.address"),
        ["amqp.Dial"] = new(0, "amqp.address"),
        ["nats.Connect"] = new(0, "nats.address"),
        ["minio.New"] = new(0, "s3.address"),
        ["kafka.TCP"] = new(0, "kafka.address"),
        ["migrate.New"] = new(1, "database.address"),
    };

    /// <summary>Option structs that hold an address.</summary>
    private static readonly Dictionary<string, AddressOption> Options = new(StringComparer.Ordinal)
    {
        ["redis.Options"] = new("Addr", "redis.address"),
        ["pg.Options"] = new("Addr", "database.address"),
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (Connections.TryGetValue(call.Path, out var connection))
            {
                Connect(reading, call, connection.Address, connection.Setting);
            }
            else if (call.Name == "ApplyURI")
            {
                Connect(reading, call, 0, "mongodb.address");
            }
            else if (call.Path == "url.Parse" && reading.Imported("net/http/httputil"))
            {
                Connect(reading, call, 0, "proxy.target");
            }
            else
            {
                Request(reading, call);
            }
        }

        foreach (var literal in reading.Syntax.Objects)
        {
            if (
                Options.TryGetValue(literal.Type, out var option)
                && reading.Syntax.Members(literal.Value).FirstOrDefault(member => member.Name == option.Member) is { } address
            )
            {
                reading.Settings.Add(
                    new FrameworkSetting(
                        option.Setting,
                        GoTypes.Value(reading, address.Value, literal.Scope),
                        reading.Syntax.Span(address.Value)
                    )
                );
            }
        }
    }

    private static void Connect(CodeReading reading, CodeCall call, int position, string setting)
    {
        if (call.Positional(position) is { } address)
        {
            foreach (var value in GoCallSites.Values(reading, address, call.Scope))
            {
                reading.Settings.Add(new FrameworkSetting(setting, value, value.Span));
            }
        }
    }

    private static void Request(CodeReading reading, CodeCall call)
    {
        switch (call.Path)
        {
            case "http.Get" or "http.Head" or "http.Post" or "http.PostForm" when call.Positional(0) is { } url:
                Add(reading, call.Name == "PostForm" ? "POST" : call.Name.ToUpperInvariant(), url, call);
                break;
            case "http.NewRequest" when call.Positional(1) is { } url:
                Add(reading, Method(reading, call, 0), url, call);
                break;
            case "http.NewRequestWithContext" when call.Positional(2) is { } url:
                Add(reading, Method(reading, call, 1), url, call);
                break;
            case var _ when IsClient(reading, call) && call.Positional(0) is { } url:
                Add(reading, call.Name == "PostForm" ? "POST" : call.Name.ToUpperInvariant(), url, call);
                break;
        }
    }

    private static bool IsClient(CodeReading reading, CodeCall call) =>
        ClientMethods.Contains(call.Name)
        && (
            call.Receiver is null && call.Owner.EndsWith("client", StringComparison.OrdinalIgnoreCase) && reading.Imported("net/http")
            || call.Root is { Name: "R" } && reading.Imported("github.com/go-resty/resty")
        );

    private static void Add(CodeReading reading, string method, CodeArgument url, CodeCall call)
    {
        foreach (var value in GoCallSites.Values(reading, url, call.Scope))
        {
            reading.Calls.Add(new HttpCall(method, value, null, call.Span));
        }
    }

    private static string Method(CodeReading reading, CodeCall call, int position) =>
        reading.Value(call.Positional(position), call.Scope) switch
        {
            CodeValue.Literal literal => literal.Text.ToUpperInvariant(),
            CodeValue.Reference reference when reference.Name.StartsWith("http.Method", StringComparison.Ordinal) => reference
                .Name["http.Method".Length..]
                .ToUpperInvariant(),
            _ => "*",
        };

    private sealed record Connection(int Address, string Setting);

    private sealed record AddressOption(string Member, string Setting);
}
