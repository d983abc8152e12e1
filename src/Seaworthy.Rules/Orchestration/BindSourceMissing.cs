using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose service mounts a path of the repository that is not there.</summary>
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

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/bind-source-missing",
            Title = "Bind mount of a path that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Docker makes an empty directory in its place: a file cannot be mounted then, and what was to be read there is missing.",
            Holds = "What the service mounts from the repository is there.",
        };

    // What is made by Docker as an empty directory, and wanted so (data, logs), is no question.
    protected override bool IsJudged(PathUse use) =>
        !((use.IsConditional || IsState(use)) && use.Answer.IsMissing)
        && !(use.Target is { } target && (IsOfUser(target) || IsOfCertificates(target)));

    protected override bool IsCertain(PathUse use) =>
        !use.IsPrivate
        && use is { ToldAt: null, UnneededBecause: null }
        && !BuildOutput.Is(use.Answer)
        // What git is told to ignore, everybody is to make for himself.
        && use.Answer.Presence != Presence.IgnoredByGit
        && (use.IsFile || IsConfiguration(use));

    protected override IReadOnlyList<PathRole> Roles => [PathRole.BindSource];

    protected override bool IsMadeBefore(PathUse use) => use.MadeAt is not null;

    /// <remarks>Source: Docker documentation, "Bind mounts": <c>-v</c> makes an endpoint that does not exist, always as a directory.</remarks>
    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        base.Remedy(uses, deployment)
        + (
            uses[0] is { IsFile: true, Answer.Presence: Presence.Absent }
                ? " Where it was started once, take away the directory that Docker has made in its place."
                : ""
        );

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0] is { Answer.Presence: Presence.IgnoredByGit, MadeAt: { } maker }
            ? $"Do what {maker} says before the start, wherever it is deployed."
            : base.Remedy(uses);

    protected override Severity SeverityOf(PathUse use) =>
        use.UnneededBecause is not null ? Severity.Low
        : !IsCertain(use) ? Severity.Medium
        : use.IsFile ? Severity.Critical
        // Grafana starts without provisioned dashboards and sources.
        : use.Target?.StartsWith("/etc/grafana/provisioning", StringComparison.Ordinal) is true ? Severity.Medium
        : Severity.High;

    // Files for several environments beside each other copy the same line.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        new { Cause = MissingPath.Cause(use, tree), Place = use.Span.File.Directory };

    protected override string Names(PathUse use) => $"{use.Subject} mounts {use.Path} on {use.Target}";

    protected override string Consequence(PathUse use) =>
        use.UnneededBecause is { } why ? $"Docker makes an empty directory; nothing is lost, since {why}"
        : use.ToldAt is { } place
            ? $"it is there once somebody did what {place} says; before that Docker makes an empty directory in its place"
        : SwarmWords.TellsDeployment(use.Span.File, StringComparison.Ordinal)
            ? "a Swarm refuses the task (`bind source path does not exist`), and Compose makes an empty directory in its place"
        : use.IsFile ? "Docker makes an empty directory of that name, and mounts it where a file is expected"
        : $"Docker makes an empty directory, and the container finds nothing there{(MayBeFilled(use) ? ", unless its image fills it" : "")}";

    /// <summary>Keys and accounts of whoever starts it, which no repository holds: <c>/root/.aws</c>, <c>/home/app/.ssh</c>.</summary>
    private static bool IsOfUser(string target) =>
        target.TrimEnd('/').Split('/')[^1] is ".aws" or ".ssh" or ".kube" or ".azure" or ".gnupg" or ".docker" or "gcloud";

    /// <summary>Where certbot writes what it was given, for the server beside it: no repository holds certificates.</summary>
    private static bool IsOfCertificates(string target) =>
        target.StartsWith("/etc/letsencrypt", StringComparison.Ordinal)
        || target.TrimEnd('/').EndsWith("/certbot", StringComparison.Ordinal);

    // A directory that git ignores and whose name says data is where the service keeps what it writes.
    private static bool IsState(PathUse use) =>
        !use.IsFile && use.Answer.Presence == Presence.IgnoredByGit && use.Answer.Looked.Split('/').Any(StateDirectories.Contains);

    // Some images fill an empty directory with what they need, and whoever ignores it knows that something writes there.
    private static bool MayBeFilled(PathUse use) => use is { IsWritable: true, Answer.Presence: Presence.IgnoredByGit };

    // An empty directory is no loss but for a program that is known to look there.
    private static bool IsConfiguration(PathUse use) =>
        use.Target is { } target && ReadDirectories.Any(read => target.StartsWith(read, StringComparison.Ordinal));
}
