using Seaworthy.Rules;

namespace Seaworthy.Deploying.Verifying.Reports;

/// <summary>What is asked of a running system, as reports call it.</summary>
internal static class DriftRule
{
    /// <summary>The name before the slash, and that of the tool.</summary>
    public const string Tool = "verify";

    private static readonly IReadOnlyDictionary<DriftKind, RuleInfo> All = new[]
    {
        Of(
            DriftKind.Replicas,
            "Missing or extra container",
            Area.Scaling,
            "Less than is declared serves, or more than is declared costs.",
            "As many containers run as are declared."
        ),
        Of(
            DriftKind.Undeclared,
            "Undeclared container",
            Area.Configuration,
            "It runs without anybody who deploys it.",
            "Every container belongs to a declared service."
        ),
        Of(
            DriftKind.Image,
            "Another image runs",
            Area.Containers,
            "What runs is not what was tested.",
            "Every container runs the image that the file names."
        ),
        Of(
            DriftKind.Definition,
            "Another definition runs",
            Area.Configuration,
            "The next deployment replaces the container, at a time that nobody chose for it.",
            "Every container was made of the definition and the values of today."
        ),
        Of(DriftKind.Health, "Unhealthy container", Area.PortsAndHealth, "It serves badly or not at all.", "Every container is healthy."),
        Of(
            DriftKind.Restarts,
            "Restarts or memory exhausted",
            Area.Observability,
            "Requests in it were lost.",
            "No container was started again or ran out of memory."
        ),
        Of(
            DriftKind.Variables,
            "Other variables",
            Area.Configuration,
            "The program runs with other settings than the file says.",
            "Every container has the variables that are declared."
        ),
        Of(
            DriftKind.Mounts,
            "Other mounts",
            Area.Backup,
            "Data is written to another place than backups look at.",
            "Every container has the mounts that are declared."
        ),
        Of(
            DriftKind.Networks,
            "Other networks",
            Area.Containers,
            "Services do not find each other, or others find them.",
            "Every container is in its networks, under its names."
        ),
        Of(
            DriftKind.Published,
            "Other published ports",
            Area.PortsAndHealth,
            "A port is closed to its users, or open to others.",
            "Every port is published as it is declared."
        ),
        Of(
            DriftKind.Settings,
            "Other settings of a container",
            Area.Containers,
            "Limits and rights are not those that were reviewed.",
            "Every container has the limits, rights and restart policy that are declared."
        ),
        Of(
            DriftKind.Listening,
            "Port on which nothing listens",
            Area.PortsAndHealth,
            "Requests to it are refused.",
            "Something listens on every port."
        ),
        Of(
            DriftKind.Proxy,
            "Proxy does not reach a service",
            Area.PortsAndHealth,
            "Requests end at the proxy.",
            "The proxy runs as it is declared and reaches every service."
        ),
        Of(
            DriftKind.Migrations,
            "Database not at the newest migration",
            Area.Migrations,
            "The program meets tables that it does not know.",
            "The database is at the newest migration."
        ),
        Of(
            DriftKind.Indexes,
            "Missing index",
            Area.Migrations,
            "Queries read whole tables.",
            "Every index that migrations create is there."
        ),
        Of(
            DriftKind.Sessions,
            "Long transaction or lock",
            Area.Observability,
            "Others wait, and rows that are dead are kept.",
            "No transaction is open for long, and no lock is waited for."
        ),
        Of(DriftKind.Name, "Name does not resolve", Area.PortsAndHealth, "Nobody finds the address.", "The name of the address resolves."),
        Of(
            DriftKind.Certificate,
            "Certificate of the address",
            Area.Security,
            "Browsers refuse the address, or soon will.",
            "The certificate is trusted, for this host, and good for 14 days or more."
        ),
        Of(
            DriftKind.Redirect,
            "No redirect to HTTPS",
            Area.Security,
            "Who types the name talks without encryption.",
            "HTTP leads to HTTPS."
        ),
        Of(
            DriftKind.Headers,
            "Missing security header",
            Area.Security,
            "A header that was declared does not reach browsers.",
            "Every header that the proxy is to add comes."
        ),
        Of(DriftKind.Answer, "Address does not answer well", Area.PortsAndHealth, "Its users see an error.", "The address answers well."),
        Of(
            DriftKind.Load,
            "Slow or failing under load",
            Area.Scaling,
            "More users are slower or lost.",
            "Times and errors under load are within what is asked for."
        ),
    }.ToDictionary(row => row.Kind, row => row.Rule);

    public static RuleInfo Of(DriftKind kind) => All[kind];

    private static Row Of(DriftKind kind, string title, Area area, string rationale, string holds) =>
        new(
            kind,
            new RuleInfo
            {
                Id = $"{Tool}/{kind.ToString().ToLowerInvariant()}",
                Title = title,
                Area = area,
                Severity = Severity.High,
                Rationale = rationale,
                Holds = holds,
                Tool = Tool,
            }
        );

    private sealed record Row(DriftKind Kind, RuleInfo Rule);
}
