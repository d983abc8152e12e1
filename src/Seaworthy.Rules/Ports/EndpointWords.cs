using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>How an address that somebody calls reads in a sentence.</summary>
internal static class EndpointWords
{
    /// <summary><c>DATABASE_URL of api names db:5432</c>. Credentials and paths are left out.</summary>
    public static string Names(EndpointUse use) =>
        use.Variable is { } variable ? $"{variable} of {use.Subject} names {HostAndPort(use)}"
        : use.Origin == EndpointOrigin.Proxy ? $"{use.Subject} passes requests to {HostAndPort(use)}"
        : $"{use.Subject} calls {HostAndPort(use)}";

    /// <summary>
    /// A variable of an env file that several workloads are given, of which this one is not seen to read it: which of them needs the address is not known.
    /// </summary>
    public static bool IsOfSharedFile(EndpointUse use) =>
        use is { Caller: { } caller, Variable: { } variable }
        && use.Span.File != caller.Span.File
        && !caller.Components.Any(component =>
            component.Code.Any(file => file.EnvironmentReads.Any(read => read.Name == variable || read.Aliases.Contains(variable)))
        );

    public static string HostAndPort(EndpointUse use) => use.Port is { } port ? $"{use.Host}:{port}" : use.Host;
}
