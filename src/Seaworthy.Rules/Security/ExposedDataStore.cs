using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Orchestration;
using Seaworthy.Rules.Ports;

namespace Seaworthy.Rules.Security;

/// <summary>A data store, cache, broker or search engine is published on every address of the host.</summary>
internal sealed class ExposedDataStore : Rule<Workload>
{
    private const int MostPlaces = 5;

    // Words in a variable's name or a command that speak of a password.
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
        // By the command's option as well as by a variable: `--master-key`, `MEILI_MASTER_KEY`.
        "MASTER-KEY",
        "MASTER_KEY",
        "API-KEY",
        "API_KEY",
        "--USER",
    ];

    // Images that make an account of their own accord: guest, minioadmin, admin.
    private static readonly string[] WithDefaultAccount = ["rabbitmq", "minio", "activemq"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/exposed-data-store",
            Title = "Data store that is published to the world",
            Area = Area.Security,
            Severity = Severity.Medium,
            Rationale =
                "Docker opens the port past the host's firewall: whoever finds the host reaches the data, or guesses at its password.",
            Holds = "The data store is reachable from its own network, or from the host itself, only.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                workload
                    is {
                        Kind: TargetKind.Compose,
                        Public.Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search
                    }
            )
            // A run of tests asks for the port from outside, and ends.
            .Where(workload => !FilePurposes.Has(workload.Span.File.Path, FilePurpose.Test))
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        var open = subject.Ports.Where(port => IsOpen(port) && !IsDead(subject, port)).ToList();
        if (open.Count == 0 || subject.Public is not { } image)
        {
            yield break;
        }

        var isPicked = open.TrueForAll(port => port.IsPickedByHost);
        var isComputed = !isPicked && open.TrueForAll(port => port.Published is null);
        var ports = string.Join(", ", open.Select(port => port.Published ?? port.Container));
        var isLocked = !image.IsOpenByDefault || IsLocked(subject);
        yield return Warn(
                open[0].Span,
                $"{subject.Name} ({subject.ImageName}) is published on {(isPicked ? $"a port that Docker picks for {ports}," : isComputed ? $"a port that a variable says for {ports}," : $"{(open.Count == 1 ? "port" : "ports")} {ports}")} of every address of the host{(isLocked ? "" : $", and asks for no password{(HasDefaultAccount(image) ? " but the one of its default account, which everybody knows" : "")}")}."
            )
            .As(isPicked ? Severity.Low : SeverityOf(subject, isLocked || open.All(port => IsSidePort(image, port))))
            .Related(open.Skip(1).Select(port => port.Span))
            .Related(subject.Reference?.Span)
            .Remedy(
                IsOfSwarm(subject, deployment)
                    ? $"{Left(subject, open)}. For your own access use `docker exec` on its node: a swarm listens on every address, whatever the entry says."
                : IsAmongItsLike(subject, deployment)
                    ? $"In {Places(open)} {Narrowed(open)}: programs on the host reach it so, and those of another compose project over a network that both have."
                : $"{Left(subject, open)}. For your own access {Narrowed(open)}."
            )
            .Verify(
                string.Join(
                    "; ",
                    open.Select(port => port.Container)
                        .Distinct()
                        .Take(MostPlaces)
                        .Select(port => $"docker compose port {subject.Name} {port}")
                )
            );
    }

    private static string Left(Workload subject, List<PortBinding> open) =>
        $"Leave the {(open.Count == 1 ? "port" : "ports")} out of {Places(open)}{Inside(subject, open)}";

    /// <summary>No program of the repository is in its compose project: whoever uses it comes by the port.</summary>
    private static bool IsAmongItsLike(Workload subject, Deployment deployment) =>
        deployment
            .Targets.Where(target => target.Kind == subject.Kind && target.Name == subject.TargetName)
            .SelectMany(target => target.Workloads)
            .All(workload => workload is { Public: not null, Image: null });

    /// <summary>A broker that sends those who come by this port to localhost is reached by another one from containers.</summary>
    private static string Inside(Workload subject, List<PortBinding> open) =>
        AdvertisedAddressUnreachable.Entry(subject, open[0].Container) is { Host: "localhost" or "127.0.0.1" }
            ? ""
            : $": other services reach {subject.Name}:{open[0].Container} without {(open.Count == 1 ? "it" : "them")}";

    /// <remarks>Source: Docker documentation, "Publish ports" of "Manage swarm service networks"; moby/moby issue 32299.</remarks>
    private static bool IsOfSwarm(Workload subject, Deployment deployment) =>
        deployment.At<ComposeFile>(subject.Span.File.Path) is { } file && SwarmFiles.Hold(file, deployment);

    private static string Places(List<PortBinding> open) =>
        NameList.Of([.. open.Select(port => port.Span.ToString()).Distinct(StringComparer.Ordinal)], MostPlaces);

    /// <summary>What a variable says (`${DB_PORT:-5432}`) stays as it is: somebody sets it.</summary>
    private static string Narrowed(List<PortBinding> open) =>
        open.Exists(port => port.IsPickedByHost) || (open is [{ Published: not null, HasVariable: false }])
            ? $"write `\"127.0.0.1:{open[0].Published ?? open[0].Container}:{open[0].Container}\"`"
        : open.Count == 1 ? "put `127.0.0.1:` in front of it"
        : "put `127.0.0.1:` in front of each that you need";

    /// <summary>A page for people or metrics, not the data itself.</summary>
    private static bool IsSidePort(PublicImage image, PortBinding port) =>
        image.Ports.Any(known => known.Number == port.Container && known.Purpose is "monitoring" or "management" or "metrics");

    private static Severity SeverityOf(Workload workload, bool isLocked) =>
        workload.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low
        : isLocked ? Severity.Medium
        : Severity.High;

    // Which port it is may be for whoever deploys to say (`${DB_PORT:-5432}`); that it is open is not.
    private static bool IsOpen(PortBinding port) =>
        port is { IsInformational: false, HostAddress: null or "" or "0.0.0.0" or "::" or "[::]" };

    /// <summary>Nothing listens there, so nothing is reached: what is wrong with such a mapping is told elsewhere.</summary>
    private static bool IsDead(Workload workload, PortBinding port) =>
        workload is { Listens: { IsComplete: true, Ports.Count: > 0 }, KeepsItsPorts: true } && !workload.Listens.Contains(port.Container);

    /// <summary>A configuration file of its own counts: it may set a password.</summary>
    private static bool IsLocked(Workload workload) =>
        workload.Supplied.Any(variable =>
            Locks.Any(word => variable.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) && !IsOff(variable)
        )
        || Locks.Any(word => workload.Start?.Text.Contains(word, StringComparison.OrdinalIgnoreCase) is true)
        || workload.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source } && source.Contains('.', StringComparison.Ordinal)
        )
        || workload.SuppliesMoreBecause is not null;

    private static bool HasDefaultAccount(PublicImage image) =>
        WithDefaultAccount.Any(name => image.Name.Contains(name, StringComparison.Ordinal));

    private static bool IsOff(SuppliedVariable variable) =>
        variable.Name.Contains("ALLOW_EMPTY", StringComparison.OrdinalIgnoreCase)
        || variable.Value.Text is "" or "false" or "no" or "disabled" or "trust";
}
