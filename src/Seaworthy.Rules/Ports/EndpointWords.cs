using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>How an address reads in a sentence.</summary>
internal static class EndpointWords
{
    /// <summary><c>DATABASE_URL of api points to `db:5432`</c>, without credentials and path.</summary>
    public static string Names(EndpointUse use) =>
        use.Variable is { } variable ? $"{variable} of {use.Subject} points to `{HostAndPort(use)}`"
        : use.Origin == EndpointOrigin.Proxy ? $"{use.Subject} forwards to `{HostAndPort(use)}`"
        : $"{use.Subject} calls `{HostAndPort(use)}`";

    /// <summary>
    /// A variable of an environment file that several workloads share, and that this one is not known to read.
    /// </summary>
    public static bool IsOfSharedFile(EndpointUse use) =>
        use is { Caller: { } caller, Variable: { } variable }
        && use.Span.File != caller.Span.File
        && !caller.Components.Any(component =>
            component.Code.Any(file => file.EnvironmentReads.Any(read => read.Name == variable || read.Aliases.Contains(variable)))
        );

    public static string HostAndPort(EndpointUse use) => use.Port is { } port ? $"{use.Host}:{port}" : use.Host;
}
