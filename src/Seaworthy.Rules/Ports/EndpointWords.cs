using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>How an address that somebody calls reads in a sentence.</summary>
internal static class EndpointWords
{
    /// <summary><c>DATABASE_URL of api names db:5432</c>. Credentials and paths are left out.</summary>
    public static string Names(EndpointUse use) =>
        use.Variable is { } variable ? $"{variable} of {use.Subject} names {HostAndPort(use)}" : $"{use.Subject} calls {HostAndPort(use)}";

    public static string HostAndPort(EndpointUse use) => use.Port is { } port ? $"{use.Host}:{port}" : use.Host;

    /// <summary>The candidate that was most likely meant, as the end of a sentence.</summary>
    public static string Nearest(EndpointUse use)
    {
        var near = use
            .Candidates.Where(name => IsNear(name, use.Host))
            .OrderBy(name => Math.Abs(name.Length - use.Host.Length))
            .FirstOrDefault();
        return near is null ? "" : $"; {near} is there";
    }

    private static bool IsNear(string left, string right) =>
        left != right
        && (left.Contains(right, StringComparison.OrdinalIgnoreCase) || right.Contains(left, StringComparison.OrdinalIgnoreCase))
        && left.Length > 1;
}
