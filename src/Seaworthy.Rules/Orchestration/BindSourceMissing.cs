using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose service mounts a path that is not in the repository.</summary>
internal sealed class BindSourceMissing : MissingPathRule
{
    private static readonly HashSet<string> StateDirectories = new(StringComparer.OrdinalIgnoreCase)
    {
        "data",
        ".data",
        "docker-data",
        "volume",
        "volumes",
        "storage",
        "state",
        "var",
        "logs",
        "cache",
        "runtime",
    };

    private static readonly string[] ReadDirectories =
    [
        "/etc/alertmanager",
        "/etc/caddy",
        "/etc/grafana",
        "/etc/haproxy",
        "/etc/loki",
        "/etc/nginx",
        "/etc/prometheus",
        "/etc/promtail",
        "/etc/rabbitmq",
        "/etc/traefik",
        "/usr/local/etc/haproxy",
        "/usr/share/logstash",
    ];

    // Where Prometheus, Grafana, Loki and the collectors expect their configuration.
    private static readonly string[] MonitoringDirectories =
    [
        "/etc/prometheus",
        "/etc/alertmanager",
        "/etc/grafana",
        "/var/lib/grafana",
        "/etc/loki",
        "/etc/promtail",
        "/etc/otel",
        "/etc/tempo",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/bind-source-missing",
            Title = "Missing bind mount source",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Docker creates an empty directory instead: the container does not start if a file is expected, or runs without its files.",
            Holds = "Every mounted path is in the repository.",
        };

    // Directories that may be created empty by Docker (data, logs) are not judged.
    protected override bool IsJudged(PathUse use) =>
        !((use.IsConditional || IsState(use)) && use.Answer.IsMissing)
        && !(use.Target is { } target && (IsOfUser(target) || IsOfCertificates(target)));

    protected override bool IsCertain(PathUse use) =>
        !use.IsPrivate
        && use is { ToldAt: null, UnneededBecause: null }
        && (
            Hides(use)
            || !BuildOutput.Is(use.Answer)
                // Each developer creates the files that git ignores.
                && use.Answer.Presence != Presence.IgnoredByGit
                && (use.IsFile || IsConfiguration(use))
        );

    protected override IReadOnlyList<PathRole> Roles => [PathRole.BindSource];

    protected override bool IsMadeBefore(PathUse use) => use.MadeAt is not null;

    /// <remarks>Source: Docker documentation, "Bind mounts": <c>-v</c> makes an endpoint that does not exist, always as a directory.</remarks>
    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        base.Remedy(uses, deployment)
        + (
            uses[0] is { IsFile: true, Answer.Presence: Presence.Absent }
                ? " If it was started before, delete the directory that Docker created instead."
                : ""
        );

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0] is { Answer.Presence: Presence.IgnoredByGit, MadeAt: { } maker }
            ? $"Follow {maker} before the start, on every machine it is deployed to."
            : base.Remedy(uses);

    protected override Severity SeverityOf(PathUse use) =>
        use.UnneededBecause is not null ? Severity.Low
        : !IsCertain(use) ? Severity.Medium
        : IsOfMonitoring(use) ? Severity.Medium
        : use.IsFile ? Severity.Critical
        : Severity.High;

    /// <summary>The application runs without what watches it.</summary>
    private static bool IsOfMonitoring(PathUse use) =>
        use.Target is { } target
        && Array.Exists(MonitoringDirectories, directory => target.StartsWith(directory, StringComparison.Ordinal));

    // Files for several environments repeat the same line.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        new { Cause = MissingPath.Cause(use, tree), Place = use.Span.File.Directory };

    protected override string Names(PathUse use) => $"{use.Subject} mounts `{use.Path}` on {use.Target}";

    protected override string Consequence(PathUse use) =>
        use.UnneededBecause is { } why ? $"harmless, since {why}"
        : use.ToldAt is { } place ? $"Docker mounts an empty directory{(use.MadeAt is null ? $" unless {place} is done first" : "")}"
        : SwarmWords.TellsDeployment(use.Span.File, StringComparison.Ordinal)
            ? "Swarm rejects the task (`bind source path does not exist`), and Compose mounts an empty directory"
        : Hides(use) ? $"Docker mounts an empty directory over the files of the image ({use.HiddenAt})"
        : use.IsFile ? "Docker mounts an empty directory instead of the file"
        : $"Docker mounts an empty directory{(MayBeFilled(use) ? ", unless the image fills it" : "")}";

    /// <summary>The keys and accounts of the user, which belong in no repository: <c>/root/.aws</c>, <c>/home/app/.ssh</c>.</summary>
    private static bool IsOfUser(string target) =>
        target.TrimEnd('/').Split('/')[^1] is ".aws" or ".ssh" or ".kube" or ".azure" or ".gnupg" or ".docker" or "gcloud";

    /// <summary>Where certbot writes certificates, which belong in no repository.</summary>
    private static bool IsOfCertificates(string target) =>
        target.StartsWith("/etc/letsencrypt", StringComparison.Ordinal)
        || target.TrimEnd('/').EndsWith("/certbot", StringComparison.Ordinal);

    /// <summary>The image has its files there: no machine needs to make them, and an empty directory replaces them.</summary>
    private static bool Hides(PathUse use) => use is { HiddenAt: not null, IsFile: false } && !IsState(use);

    // A directory that git ignores and that is named for data holds what the service writes.
    private static bool IsState(PathUse use) =>
        !use.IsFile && use.Answer.Presence == Presence.IgnoredByGit && use.Answer.Looked.Split('/').Any(StateDirectories.Contains);

    // Some images fill an empty directory, and an ignored directory is one that something writes to.
    private static bool MayBeFilled(PathUse use) => use is { IsWritable: true, Answer.Presence: Presence.IgnoredByGit };

    // An empty directory matters only to a program that is known to read it.
    private static bool IsConfiguration(PathUse use) =>
        use.Target is { } target && ReadDirectories.Any(read => target.StartsWith(read, StringComparison.Ordinal));
}
