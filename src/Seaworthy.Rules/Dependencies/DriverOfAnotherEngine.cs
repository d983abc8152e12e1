using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Packages;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An engine of SQLAlchemy gets an address whose driver does not work with it.</summary>
/// <remarks>Source: <see cref="EngineDriver"/>.</remarks>
internal sealed class DriverOfAnotherEngine : Rule<EngineAddress>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/driver-of-another-engine",
            Title = "Async and sync driver mismatch",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale = "SQLAlchemy raises an error when the engine is made or at the first query, so the program cannot use its database.",
            Holds = "The driver of the address works with its engine.",
        };

    public override IEnumerable<EngineAddress> Subjects(Deployment deployment) =>
        deployment
            .All<EngineAddress>()
            .Where(engine =>
                engine.Scheme is "postgres" || EngineDriver.IsAsynchronous(engine.Scheme) || EngineDriver.IsOrdinary(engine.Scheme)
            )
            .DistinctBy(engine => engine.Span);

    protected override Subject Identify(EngineAddress subject) => new($"{subject.Workload.Name}: {subject.Scheme}", subject.Span);

    protected override IEnumerable<Verdict> Check(EngineAddress subject, Deployment deployment)
    {
        var engine = subject.IsAsync ? "create_async_engine" : "create_engine";
        var refused =
            subject.Scheme == "postgres" ? $"SQLAlchemy has no dialect `postgres`, which {subject.Workload.Name} gives {engine}."
            : subject.IsAsync && EngineDriver.IsOrdinary(subject.Scheme) && !IsChosenWell(subject)
                ? $"{subject.Workload.Name} gives create_async_engine a `{subject.Scheme}` address, which means no asynchronous driver."
            : !subject.IsAsync && EngineDriver.IsAsynchronous(subject.Scheme)
                ? $"{subject.Workload.Name} gives create_engine a `{subject.Scheme}` address, whose driver is asynchronous."
            : null;
        if (refused is null)
        {
            yield break;
        }

        var place = subject.AddressPlace;
        yield return LikelyFail(place, refused)
            .Related(subject.Span, "the engine")
            .Remedy($"Write `{EngineDriver.For(subject.Scheme, subject.IsAsync)}://` in {place}, and install that driver.")
            .VerifyOneGone();
    }

    /// <summary>SQLAlchemy 2.1 takes psycopg for <c>postgresql://</c>, which works with both engines.</summary>
    private static bool IsChosenWell(EngineAddress engine)
    {
        var packages = engine
            .Workload.Components.SelectMany(component => component.Manifests)
            .OfType<Manifest>()
            .SelectMany(manifest => manifest.Dependencies)
            .ToList();
        return engine.Scheme == "postgresql"
            && DatabaseDriver.IsSince21(packages) != false
            && packages.Exists(package => Dependency.PythonName(package.Name) is "psycopg" or "psycopg-binary");
    }
}
