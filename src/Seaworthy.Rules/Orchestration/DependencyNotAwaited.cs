using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Services depend on a data store and start before it is ready.</summary>
internal sealed class DependencyNotAwaited : Rule<DependencyNotAwaited.Needed>
{
    private const string ConfluentImages = "confluentinc/cp-";

    private static readonly string[] SearchClients = ["elastic", "opensearch", "solr", "meili", "typesense", "haystack", "searchkick"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/dependency-not-awaited",
            IsPractice = true,
            Title = "No wait for data store",
            Area = Area.Orchestration,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale = "A plain `depends_on` waits for the container, not for the database in it, so the first connection may be refused.",
            Holds = "Services wait until the data store is healthy.",
        };

    // Swarm ignores the start order, and tests can be repeated.
    public override IEnumerable<Needed> Subjects(Deployment deployment) =>
        deployment
            .Targets.Where(target => target is { Kind: TargetKind.Compose, Environment: not TargetEnvironment.Test })
            .Where(target => !target.Name.Contains("stack", StringComparison.Ordinal))
            .Select(target => new Needed(target, [.. target.Workloads.SelectMany(Needs)]))
            .Where(needed => needed.Uses.Count > 0)
            .DistinctBy(needed => needed.Uses[0].Dependency.Span);

    protected override Subject Identify(Needed subject) => new(subject.Target.Name, subject.Target.Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(Needed subject, Deployment deployment)
    {
        var early = subject
            .Uses.Where(use =>
                use.Dependency.Condition == "service_started" && !Waits(use.By) && deployment.StartupOf(use.By) is not { Waits: true }
            )
            .ToList();
        if (early.Count == 0)
        {
            yield break;
        }

        var certain = early.Where(use => WhyPerhapsNot(use) is null).ToList();
        if (certain.Count == 0)
        {
            yield return Unknown(
                early[0].Dependency.Span,
                $"Unknown whether {early[0].By.Name} connects to {early[0].Dependency.Name} at startup: {WhyPerhapsNot(early[0])}."
            );
            yield break;
        }

        early = certain;
        var first = early[0];
        var names = early.Select(use => use.By.Name).Distinct(StringComparer.Ordinal).ToList();
        var stores = string.Join(", ", early.Select(use => use.Dependency.Name).Distinct(StringComparer.Ordinal));
        yield return Warn(
                first.Dependency.Span,
                $"{string.Join(", ", names)} {(names.Count == 1 ? "does" : "do")} not wait until {stores} can answer."
            )
            .Related(early.Skip(1).Select(use => use.Dependency.Span))
            .Remedy(
                $"Write `{first.Dependency.Name}: {{ condition: service_healthy }}` in {first.Dependency.Span}, and add a health check to {first.Dependency.Name}."
            )
            .VerifyGone();
    }

    /// <summary>A workload that depends on a data store and is not a known public image.</summary>
    private static IEnumerable<Need> Needs(Workload workload) =>
        // Images based on Confluent's wait for Kafka before they start their program.
        workload.Public
            is not null
        // A web server forwards requests and connects to no store.
        || workload.Image?.Final.PublicBase is { Role: ImageRole.Proxy or ImageRole.WebServer }
        || workload.Reference?.Span.Mentions(ConfluentImages) is true
            ? []
            : workload
                .DependsOn.Where(dependency => dependency.On?.Public?.Role is ImageRole.DataStore or ImageRole.Broker or ImageRole.Search)
                .Select(dependency => new Need(workload, dependency));

    /// <summary>Why it may start without the store; otherwise null.</summary>
    private static string? WhyPerhapsNot(Need use) =>
        use.Dependency.On?.Public?.Role switch
        {
            ImageRole.DataStore when use.By.Supplied.FirstOrDefault(ChoosesSqlite) is { } chosen =>
                $"{chosen.Name} chooses {chosen.Value} ({chosen.Span})",
            // Clients of search engines connect with their first request.
            ImageRole.Search when use.By.Components.Count > 0 && !use.By.Components.Any(Searches) => "its source imports no client for it",
            _ => null,
        };

    /// <summary><c>DB_TYPE=sqlite</c>; some write SQLLITE.</summary>
    private static bool ChoosesSqlite(SuppliedVariable variable) =>
        variable.Value.Text?.ToUpperInvariant() is { } value
        && (
            value is "SQLITE" or "SQLITE3" or "SQLLITE" or "DJANGO.DB.BACKENDS.SQLITE3"
            || value.StartsWith("SQLITE:", StringComparison.Ordinal)
        );

    /// <summary>A missing import means something only in languages with explicit imports.</summary>
    private static bool Searches(Component component) =>
        component.Code.Count == 0
        || component.Code.Any(code =>
            code.Language is not (Language.Python or Language.JavaScript or Language.TypeScript)
            || !code.IsTest
                && code.Imports.Any(import =>
                    SearchClients.Any(client => import.Module.Contains(client, StringComparison.OrdinalIgnoreCase))
                )
        );

    /// <summary>Its own start waits: <c>wait-for-it db:5432</c>, <c>pg_isready</c>.</summary>
    private static bool Waits(Workload workload) =>
        workload.Start?.Commands.Any(command =>
            KnownCommand.Of(command).Any(known => known is PortProbeCommand)
            || command.Words.Any(word => word.Raw.Contains("wait", StringComparison.OrdinalIgnoreCase))
        )
            is true;

    /// <summary>A workload that depends on a data store.</summary>
    internal sealed record Need(Workload By, DependencyUse Dependency);

    /// <summary>A project, and what in it depends on data stores.</summary>
    internal sealed record Needed(Target Target, IReadOnlyList<Need> Uses);
}
