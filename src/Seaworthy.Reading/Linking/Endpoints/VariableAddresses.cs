using System.Globalization;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>The addresses in the variables of a workload: URLs anywhere, and hosts where the variable's name says that it holds one.</summary>
internal static class VariableAddresses
{
    private static readonly IReadOnlyList<string> HostEndings =
    [
        "_HOST",
        "_HOSTNAME",
        "_ADDR",
        "_ADDRESS",
        "_ENDPOINT",
        "_SERVER",
        "_BROKER",
        "_URL",
        "_URI",
    ];

    private static readonly IReadOnlyList<string> ListEndings =
    [
        "_BROKERS",
        "_SERVERS",
        "BOOTSTRAP_SERVERS",
        "_NODES",
        "_HOSTS",
        "_ENDPOINTS",
        "ZOOKEEPER_CONNECT",
    ];

    // What a process binds to, announces, or lets in, not whom it calls.
    private static readonly IReadOnlyList<string> OwnWords =
    [
        "LISTEN",
        "BIND",
        "ADVERTISED",
        "ALLOWED",
        "CORS",
        "ORIGIN",
        "TRUSTED",
        "VIRTUAL",
        "SERVER_NAME",
        "PUBLISH",
        "CLUSTER_NAME",
        "CLUSTER_HOSTNAME",
        "INTERFACE",
        // The name under which an agent reports.
        "DD_HOSTNAME",
        // A list of addresses and keywords ("direct", "off").
        "GOPROXY",
    ];

    public static IEnumerable<GivenAddress> Of(Workload workload)
    {
        foreach (var variable in workload.Supplied)
        {
            if (
                variable.Value.Outline is not { Length: > 1 } text
                || IsOfItself(workload, variable.Name)
                || OwnWords.Any(word => variable.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            {
                continue;
            }

            foreach (var address in Addresses(workload, variable.Name, text))
            {
                yield return new GivenAddress(variable, address);
            }
        }
    }

    /// <summary>A word alone under such a name is a host; under others (<c>RPC_SERVER</c>, <c>EVENT_BROKER</c>) it may name a queue, a kind, anything.</summary>
    public static bool NamesHost(string variable) =>
        variable.Contains("HOST", StringComparison.OrdinalIgnoreCase) || variable.Contains("ADDR", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>MARIADB_HOST</c> of a MariaDB server: from where a user may come, or what it calls itself, not whom it calls.</summary>
    private static bool IsOfItself(Workload workload, string variable) =>
        workload.Public is { Role: not (ImageRole.Runtime or ImageRole.System) } known
        && known
            .Repositories.Prepend(known.Name)
            .Any(repository =>
                variable.StartsWith(
                    repository[(repository.LastIndexOf('/') + 1)..].Replace('-', '_') + "_HOST",
                    StringComparison.OrdinalIgnoreCase
                )
            );

    private static IEnumerable<Address> Addresses(Workload workload, string name, string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var mark)
        {
            // `cors_origins http://localhost:5173` in a text of settings: what the browser says, nobody is called there.
            if (text.AsSpan(0, mark).Contains("cors", StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }

            // A secret in it hides neither host nor port.
            return Address.OfUrl(text).Where(address => address.Port is not null || SchemePorts.HaveHosts(address.Scheme));
        }

        if (ListEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return text.Split(',', StringSplitOptions.TrimEntries)
                .Where(part => part.Contains(':', StringComparison.Ordinal))
                .Select(part => Address.OfHost("", part))
                .OfType<Address>();
        }

        return
            HostEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && Address.OfHost("", text) is { } address
            ? [address with { Port = address.Port ?? SiblingPort(workload, name) }]
            : [];
    }

    /// <summary><c>DB_PORT</c> beside <c>DB_HOST</c>.</summary>
    private static int? SiblingPort(Workload workload, string name)
    {
        var stem = name[..name.LastIndexOf('_')];
        var sibling = workload.Supplied.LastOrDefault(variable =>
            string.Equals(variable.Name, stem + "_PORT", StringComparison.OrdinalIgnoreCase)
        );
        return int.TryParse(sibling?.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
    }
}
