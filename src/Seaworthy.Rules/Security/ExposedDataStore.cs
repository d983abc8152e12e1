using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Ports;

namespace Seaworthy.Rules.Security;

/// <summary>A data store, cache, broker or search engine is published on all host addresses.</summary>
internal sealed class ExposedDataStore : Rule<Workload>
{
    // Words in a variable's name or a command that mean a password.
    private static readonly string[] Locks =
    [
        "PASSWORD",
        "ROOT_USERNAME",
        "AUTH",
        "TOKEN",
        "DEFAULT_PASS",
        "REQUIREPASS",
        "ACLFILE",
        "KEYFILE",
        "SECRET",
        "SECURITY_ENABLED",
        "SECURITY.ENABLED",
        "SASL",
        // As an option of the command or as a variable: `--master-key`, `MEILI_MASTER_KEY`.
        "MASTER-KEY",
        "MASTER_KEY",
        "API-KEY",
        "API_KEY",
        "--USER",
    ];

    // Images with a default account: guest, minioadmin, admin.
    private static readonly string[] WithDefaultAccount = ["rabbitmq", "minio", "activemq"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/exposed-data-store",
            Title = "Exposed data store",
            Area = Area.Security,
            Severity = Severity.Medium,
            Rationale = "Docker opens the port past the host's firewall, so anyone who finds the host reaches the data store.",
            Holds = "The data store is reachable only from its own network or the host.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                workload
                    is {
                        Kind: TargetKind.Compose or TargetKind.Docker,
                        Public.Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search
                    }
            )
            // Tests use the port from outside, and end.
            .Where(workload => !FilePurposes.Has(workload.Span.File.Path, FilePurpose.Test))
            // One file may be part of several targets: production weighs most.
            .OrderBy(workload => workload.Environment == TargetEnvironment.Production ? 0 : 1)
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        var open = OpenPorts.Of(subject);
        if (open.Bindings.Count == 0 || subject.Public is not { } image)
        {
            yield break;
        }

        var isLocked = !image.IsOpenByDefault || IsLocked(subject);
        var isGivenAway =
            !isLocked
            && !open.IsPicked
            && subject.Environment is (TargetEnvironment.Production or TargetEnvironment.Staging)
            && !open.Bindings.All(port => IsSidePort(image, port));
        Func<SourceSpan, string, Verdict> judged = isGivenAway ? Fail : Warn;
        yield return judged(
                open.First.Span,
                $"{subject.Name} ({subject.ImageName}) is published on {open.Words} of all host addresses{(isLocked ? "" : $" and {(HasDefaultAccount(image) ? "accepts its documented default account" : "requires no password")}")}."
            )
            .As(open.IsPicked ? Severity.Low : SeverityOf(subject, isLocked || open.Bindings.All(port => IsSidePort(image, port))))
            .Related(open.Bindings.Skip(1).Select(port => port.Span))
            .Related(subject.Reference?.Span)
            .Remedy(
                OpenPorts.AreOfSwarm(subject, deployment)
                    ? $"{Left(open)}. For your own access, use `docker exec` on its node: a swarm always listens on all addresses."
                : OpenPorts.AreAmongTheirLike(subject, deployment)
                    ? $"In {open.Places}, {open.Narrowed}: programs on the host still reach it, those of another Compose project over a shared network."
                : $"{Left(open)}. For your own access, {open.Narrowed}."
            )
            .Verify(open.Check);
    }

    private static string Left(OpenPorts open) => $"Remove the {open.Noun} in {open.Places}{Inside(open)}";

    /// <summary>A broker that advertises localhost on this port has another one for containers.</summary>
    private static string Inside(OpenPorts open) =>
        AdvertisedAddressUnreachable.Entry(open.Workload, open.First.Container) is { Host: "localhost" or "127.0.0.1" }
            ? ""
            : $": other services reach {open.Workload.Name}:{open.First.Container} without {(open.Bindings.Count == 1 ? "it" : "them")}";

    /// <summary>An admin page or metrics, not the data itself.</summary>
    private static bool IsSidePort(PublicImage image, PortBinding port) =>
        image.Ports.Any(known => known.Number == port.Container && known.Purpose is "monitoring" or "management" or "metrics");

    private static Severity SeverityOf(Workload workload, bool isLocked) =>
        workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low
        : isLocked ? Severity.Medium
        : workload.Environment is TargetEnvironment.Production ? Severity.Critical
        : Severity.High;

    /// <summary>A configuration file counts: it may set a password.</summary>
    private static bool IsLocked(Workload workload) =>
        workload.Supplied.Any(variable =>
            Locks.Any(word => variable.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) && !IsOff(variable)
        )
        || Locks.Any(word => workload.Start?.Text.Contains(word, StringComparison.OrdinalIgnoreCase) is true)
        || workload.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source } && source.Contains('.', StringComparison.Ordinal)
            || mount.Kind is MountKind.ConfigMap or MountKind.Secret
            || IsOfConfiguration(mount.Path)
        )
        || workload.SuppliesMoreBecause is not null;

    /// <summary>A whole directory of settings: <c>/etc/rabbitmq</c>, <c>/usr/local/etc/redis</c>, <c>/mosquitto/config</c>.</summary>
    private static bool IsOfConfiguration(string path) =>
        path.Split('/').Any(part => part is "etc" or "config" or "conf" || part.EndsWith(".d", StringComparison.Ordinal));

    private static bool HasDefaultAccount(PublicImage image) =>
        WithDefaultAccount.Any(name => image.Name.Contains(name, StringComparison.Ordinal));

    private static bool IsOff(SuppliedVariable variable) =>
        variable.Name.Contains("ALLOW_EMPTY", StringComparison.OrdinalIgnoreCase)
        || variable.Value.Text is "" or "false" or "no" or "disabled" or "trust";
}
