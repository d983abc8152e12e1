using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Services of a project depend on a data store, and start before it can answer.</summary>
internal sealed class DependencyNotAwaited : Rule<DependencyNotAwaited.Needed>
{
    private const string ConfluentImages = "confluentinc/cp-";

    private static readonly string[] SearchClients = ["elastic", "opensearch", "solr", "meili", "typesense", "haystack", "searchkick"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/dependency-not-awaited",
            IsPractice = true,
            Title = "Start before the data store can answer",
            Area = Area.Orchestration,
            Severity = Severity.Low,
            Certainty = Certainty.Likely,
            Rationale =
                "A plain depends_on waits for the container, not for what runs in it: a program that connects while it starts may be refused.",
            Holds = "What depends on the data store waits until it is healthy.",
        };

    // Swarm knows no order of starts, and whoever tests starts over.
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
                $"{early[0].By.Name} starts with the container of {early[0].Dependency.Name}; whether it connects at its start cannot be told: {WhyPerhapsNot(early[0])}."
            );
            yield break;
        }

        early = certain;
        var first = early[0];
        var names = early.Select(use => use.By.Name).Distinct(StringComparer.Ordinal).ToList();
        var stores = string.Join(", ", early.Select(use => use.Dependency.Name).Distinct(StringComparer.Ordinal));
        yield return Warn(
                first.Dependency.Span,
                $"{string.Join(", ", names)} {(names.Count == 1 ? "starts" : "start")} with the container of {stores}, before the data store in it can answer."
            )
            .Related(early.Skip(1).Select(use => use.Dependency.Span))
            .Remedy(
                $"Write `{first.Dependency.Name}: {{ condition: service_healthy }}` in {first.Dependency.Span}, and give {first.Dependency.Name} a health check."
            )
            .VerifyGone();
    }

    /// <summary>Software of this repository, or of unknown making, that depends on a data store.</summary>
    private static IEnumerable<Need> Needs(Workload workload) =>
        // What runs upon an image of Confluent's waits for Kafka before it starts its program.
        workload.Public
            is not null
        // A web server hands on what it is asked, and connects to no store.
        || workload.Image?.Final.PublicBase is { Role: ImageRole.Proxy or ImageRole.WebServer }
        || workload.Reference?.Span.Mentions(ConfluentImages) is true
            ? []
            : workload
                .DependsOn.Where(dependency => dependency.On?.Public?.Role is ImageRole.DataStore or ImageRole.Broker or ImageRole.Search)
                .Select(dependency => new Need(workload, dependency));

    /// <summary>Why its start may well do without the store; null when nothing says so.</summary>
    private static string? WhyPerhapsNot(Need use) =>
        use.Dependency.On?.Public?.Role switch
        {
            ImageRole.DataStore when use.By.Supplied.FirstOrDefault(ChoosesSqlite) is { } chosen =>
                $"{chosen.Name} chooses {chosen.Value} ({chosen.Span})",
            // Clients of search engines connect with their first request.
            ImageRole.Search when use.By.Components.Count > 0 && !use.By.Components.Any(Searches) =>
                "nothing of its source imports a client of it",
            _ => null,
        };

    /// <summary><c>DB_TYPE=sqlite</c>; some write SQLLITE.</summary>
    private static bool ChoosesSqlite(SuppliedVariable variable) =>
        variable.Value.Text?.ToUpperInvariant() is { } value
        && (
            value is "SQLITE" or "SQLITE3" or "SQLLITE" or "DJANGO.DB.BACKENDS.SQLITE3"
            || value.StartsWith("SQLITE:", StringComparison.Ordinal)
        );

    /// <summary>Only where each file states what it uses, the lack of an import tells something.</summary>
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
