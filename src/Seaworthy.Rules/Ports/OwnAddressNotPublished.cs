using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A service is given an address of this machine as its own, and nothing of its target is published there.</summary>
/// <remarks>
/// Sources: SvelteKit, "Node servers", ORIGIN; NextAuth.js, "Options", NEXTAUTH_URL; Auth.js, "Deployment", AUTH_URL; Better Auth, "Options", baseURL; Grafana, "Configure Grafana", root_url;
/// n8n, "Deployment environment variables".
/// </remarks>
internal sealed class OwnAddressNotPublished : Rule<OwnAddressNotPublished.OwnAddress>
{
    // Variable → the packages whose own address it is; empty where it is an image's.
    private static readonly FrozenDictionary<string, string[]> Readers = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ORIGIN"] = ["@sveltejs/adapter-node"],
        ["NEXTAUTH_URL"] = ["next-auth"],
        ["AUTH_URL"] = ["next-auth", "@auth/core", "@auth/sveltekit", "@auth/express"],
        ["BETTER_AUTH_URL"] = ["better-auth"],
        ["GF_SERVER_ROOT_URL"] = [],
        ["N8N_EDITOR_BASE_URL"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/own-address-not-published",
            Title = "Own address not published",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The framework compares requests with this address and sends browsers there: forms are refused, and sign-ins end at a port where nobody answers.",
            Holds = "The service is published at the address that it takes as its own.",
        };

    public override IEnumerable<OwnAddress> Subjects(Deployment deployment) =>
        from workload in deployment.Workloads
        where workload is { Kind: TargetKind.Compose, UsesHostNetwork: false }
        let port = workload.Ports.FirstOrDefault(port => port.IsPublished)
        where port is not null
        from supplied in workload.Supplied
        where Readers.TryGetValue(supplied.Name, out var packages) && IsRead(workload, packages)
        let own = Local(supplied.Value.Text)
        where own is not null
        select new OwnAddress(workload, supplied, own.Port, port);

    protected override Subject Identify(OwnAddress subject) =>
        new($"{subject.Workload.Name}: {subject.Supplied.Name}", subject.Supplied.Span);

    protected override IEnumerable<Verdict> Check(OwnAddress subject, Deployment deployment)
    {
        var (workload, supplied, own, port) = subject;
        if (
            deployment
                .Workloads.Where(other => other.TargetName == workload.TargetName)
                .Any(other => other.Ports.Any(published => published.IsPublished && published.Published == own))
        )
        {
            yield break;
        }

        yield return LikelyFail(
                supplied.Span,
                $"{supplied.Name} gives {workload.Name} the address {supplied.Value.Text}, but {workload.TargetName} publishes nothing on {own}: {workload.Name} is on {port.Published}."
            )
            .Related(port.Span, "published here")
            .Remedy(
                $"Set {supplied.Name} to the address under which browsers reach {workload.Name}, such as http://localhost:{port.Published}."
            )
            .VerifyGone();
    }

    private static bool IsRead(Workload workload, string[] packages) =>
        packages.Length == 0
            ? workload.RunsKnownServer
            : workload
                .Components.SelectMany(component => component.Manifests)
                .OfType<Manifest>()
                .SelectMany(manifest => manifest.Dependencies)
                .Any(dependency => packages.Contains(dependency.Name));

    private static Uri? Local(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http", Host: "localhost" or "127.0.0.1", IsDefaultPort: false }
            ? address
            : null;

    /// <summary>An address that a service takes as its own.</summary>
    /// <param name="Own">The port in it.</param>
    /// <param name="Port">Where the service is published.</param>
    internal sealed record OwnAddress(Workload Workload, SuppliedVariable Supplied, int Own, PortBinding Port);
}
