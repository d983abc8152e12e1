using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Defaults of code that stand for another workload on the developer's machine, and for the container itself wherever nothing sets the variable.</summary>
internal static class DefaultAddresses
{
    // Where a variable holds a host alone, and no other one its port.
    private static readonly StorePort[] Ports =
    [
        new("REDIS", 6379),
        new("POSTGRES", 5432),
        new("PGHOST", 5432),
        new("PG_", 5432),
        new("MYSQL", 3306),
        new("MARIADB", 3306),
        new("MONGO", 27017),
        new("RABBIT", 5672),
    ];

    // Words in the names of Go's modules that speak to a store; what wraps them requires them as well.
    private static readonly StoreDriver[] Drivers =
    [
        new(5432, ["pgx", "/pq", "postgres", "pg", "sql"]),
        new(3306, ["mysql", "mariadb", "sql"]),
        new(6379, ["redis", "redigo", "rueidis", "asynq", "valkey"]),
        new(27017, ["mongo"]),
        new(5672, ["amqp", "rabbit"]),
    ];

    private const int NearLines = 40;

    private static readonly string[] Choices = ["if ", "if(", "else", " ? ", "||", "??", " or ", "return "];

    private static readonly string[] Branches = ["if ", "if(", "elif ", "else", "case ", "switch ", "match ", "unless "];

    /// <summary>Of a deployment whose variables and endpoints are linked.</summary>
    public static IReadOnlyList<DefaultAddress> Link(Deployment deployment) =>
        [
            .. from variables in deployment.Variables
            where IsJudged(variables.Workload)
            from use in variables.Uses
            where use is { Near: null, UndecidedBecause: null, IsLoaded: true, IsBuildTime: false }
            let address = Of(use, variables)
            where address is { Port: not null } && HasDriver(use.Workload, address.Port ?? 0)
            let meant = Meant(deployment, use.Workload, address.Port ?? 0)
            where meant is not null && !IsFoundOtherwise(deployment, variables, use, address.Port ?? 0, meant)
            where !use.Reads.All(read => UnusedBeans.Has(use.Workload, read.Span) || KeptSettings.IsForNobody(use.Workload, read))
            select new DefaultAddress(use, $"{address.Host}:{address.Port}", meant)
            {
                IsConditional = use.Reads.All(read => IsInBranch(read.Span) || SwitchedBeans.Has(use.Workload, read.Span)),
                IsGivenOtherwise = IsGivenOtherwise(deployment, use, meant),
            },
        ];

    /// <summary>Another variable, which is set, leads there, and the code asks for it first: <c>DATABASE_URL</c>, and the parts of an address only without it.</summary>
    private static bool IsFoundOtherwise(Deployment deployment, WorkloadVariables variables, VariableUse use, int port, Workload meant) =>
        variables
            .Uses.Where(other =>
                other.Supply is not null && other.Reads.Any(read => use.Reads.All(part => IsAskedFirst(read.Span, part.Span)))
            )
            .Any(other =>
                deployment.Endpoints.Any(endpoint =>
                    endpoint.Variable == other.Name
                    && ReferenceEquals(endpoint.Caller, use.Workload)
                    // If the other one leads astray, it is reported separately.
                    && (ReferenceEquals(endpoint.Callee, meant) || SchemePorts.Of(endpoint.Scheme) == port)
                )
            );

    /// <summary>Another variable or a file gives the workload the address of the one that is meant.</summary>
    public static bool IsGivenOtherwise(Deployment deployment, VariableUse use, Workload meant) =>
        deployment.Endpoints.Any(endpoint =>
            ReferenceEquals(endpoint.Caller, use.Workload) && endpoint.Variable != use.Name && endpoint.Callee?.Name == meant.Name
        );

    /// <summary>A program of Go that has no driver of the store at all keeps the address in its settings for nobody.</summary>
    public static bool HasDriver(Workload workload, int port)
    {
        var modules = workload.Components.SelectMany(component => component.Manifests).OfType<GoModule>().ToList();
        return modules.Count == 0
            || Drivers.FirstOrDefault(driver => driver.Port == port)?.Words is not { } words
            || modules
                .SelectMany(module => module.Dependencies)
                .Any(dependency => Array.Exists(words, word => dependency.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsAskedFirst(SourceSpan whole, SourceSpan part) =>
        whole.File == part.File
        && whole.Start < part.Start
        && part.StartLine - whole.StartLine <= NearLines
        && whole.File.Text[whole.Start..part.Start] is var between
        && Array.Exists(Choices, word => between.Contains(word, StringComparison.Ordinal));

    /// <summary>By its indentation the line is below an <c>if</c> or <c>else</c> of its function.</summary>
    private static bool IsInBranch(SourceSpan span)
    {
        var depth = Depth(span.File.Lines.TextOf(span.StartLine));
        for (var line = span.StartLine - 1; line > 0 && depth > 0; line--)
        {
            var text = span.File.Lines.TextOf(line);
            if (string.IsNullOrWhiteSpace(text) || Depth(text) >= depth)
            {
                continue;
            }

            depth = Depth(text);
            var words = text.TrimStart(' ', '\t', '}');
            if (Array.Exists(Branches, word => words.TrimStart().StartsWith(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;

        static int Depth(string text) => text.Length - text.TrimStart().Length;
    }

    public static bool IsJudged(Workload workload) =>
        workload is { Kind: TargetKind.Compose or TargetKind.Kubernetes, Image: not null, UsesHostNetwork: false, Sidecars.Count: 0 };

    private static Address? Of(VariableUse use, WorkloadVariables variables) =>
        use.Reads.All(read => read.Default is CodeValue.Literal) && use.Reads[0].Default is CodeValue.Literal { Text: var text }
            ? OnLoopback(use.Name, text, () => PortBeside(use, variables))
            : null;

    /// <summary>The address that a variable of that name would hold, on the machine itself; null for any other value.</summary>
    public static Address? OnLoopback(string name, string text, Func<int?> portBeside)
    {
        var address = text.Contains("://", StringComparison.Ordinal)
            ? Address.OfUrl(text) is [var only]
                ? only with
                {
                    Port = only.Port ?? SchemePorts.Of(only.Scheme),
                }
                : null
            : name.EndsWith("HOST", StringComparison.OrdinalIgnoreCase) && Address.OfHost("", text) is { } host
                ? host with
                {
                    Port = host.Port ?? portBeside(),
                }
                : null;
        return address is { IsLoopback: true } ? address : null;
    }

    /// <summary>From <c>DB_PORT</c> beside <c>DB_HOST</c>; without it, from the service that the name mentions.</summary>
    private static int? PortBeside(VariableUse use, WorkloadVariables variables)
    {
        var name = PortName(use.Name);
        var beside = variables.Uses.FirstOrDefault(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));
        var text =
            beside is null ? null
            : beside.Supply is { } given ? given.Value.Text
            : beside.Reads[0].Default is CodeValue.Literal literal ? literal.Text
            : null;
        return Number(text) ?? (beside is null ? UsualPort(use.Name) : null);
    }

    /// <summary><c>DB_PORT</c> for <c>DB_HOST</c>.</summary>
    public static string PortName(string host) => host[..^"HOST".Length] + "PORT";

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <summary>The port of the store that the name of a variable mentions.</summary>
    public static int? UsualPort(string name) =>
        Ports.FirstOrDefault(known => name.Contains(known.Word, StringComparison.OrdinalIgnoreCase))?.Port;

    /// <summary>The workload that answers there; null when the one that asks may do so itself, or several might be meant.</summary>
    public static Workload? Meant(Deployment deployment, Workload caller, int port)
    {
        if (caller.Listens.Contains(port) || caller.Ports.Any(binding => binding.Container == port))
        {
            return null;
        }

        var others = deployment
            .Targets.Where(target => target.Name == caller.TargetName && target.Kind == caller.Kind)
            .SelectMany(target => target.Workloads)
            .Where(other => other.Name != caller.Name && other.HostNames.Count > 0)
            .ToList();
        var published = others.Where(other => other.Ports.Any(binding => binding.Published == port)).ToList();
        var listening = others.Where(other => other.Listens.Contains(port)).ToList();
        return published.Count == 1 ? published[0]
            : published.Count == 0 && listening.Count == 1 ? listening[0]
            : null;
    }

    private sealed record StorePort(string Word, int Port);

    private sealed record StoreDriver(int Port, string[] Words);
}
