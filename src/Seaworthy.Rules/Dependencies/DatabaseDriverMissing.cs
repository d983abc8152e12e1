using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Packages;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>The address of a database names a driver that the image does not install.</summary>
/// <remarks>Source: SQLAlchemy, "Engine Configuration", "Database URLs".</remarks>
internal sealed class DatabaseDriverMissing : Rule<DatabaseDriverMissing.NamedDriver>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/database-driver-missing",
            Title = "Missing database driver",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "`create_engine` imports the driver that the address names, so the program stops with `ModuleNotFoundError`.",
            Holds = "The image installs the database driver of its address.",
        };

    public override IEnumerable<NamedDriver> Subjects(Deployment deployment) =>
        (
            from start in deployment.All<StartImports>()
            where start is { IsScript: false, Tool: null, Manifests.Count: > 0 }
            from workload in deployment.WorkloadsOf(start.Image)
            from variable in workload.Supplied
            let driver = DatabaseDriver.Of(variable.Value.Outline ?? "")
            where driver is not null
            select new NamedDriver(workload, variable, driver, start)
        ).DistinctBy(named => named.Variable.Span);

    protected override Subject Identify(NamedDriver subject) =>
        new($"{subject.Workload.Name}: {subject.Variable.Name}", subject.Variable.Span);

    protected override IEnumerable<Verdict> Check(NamedDriver subject, Deployment deployment)
    {
        var (workload, variable, driver, start) = subject;
        var manifests = start.Manifests.Select(file => deployment.At<Manifest>(file.Path)).OfType<Manifest>().ToList();
        if (
            manifests.Count < start.Manifests.Count
            || !manifests.TrueForAll(manifest => manifest is Requirements)
            || manifests.Exists(manifest => manifest.Dependencies.Any(dependency => Brings(driver, dependency)))
        )
        {
            yield break;
        }

        var list = manifests[0].File.Path;
        var message = $"{variable.Name} of {workload.Name} names the driver `{driver.Module}`, but its image installs {list} without it.";
        yield return (
            start.UnknownBecause is { } why
                ? Unknown(variable.Span, $"{message} Unknown whether it is installed otherwise: {why}.")
                : LikelyFail(variable.Span, message)
        )
            .Related(start.Installs.Count > 0 ? start.Installs[0] : null)
            .Related(
                deployment
                    .In<Requirements>(manifests[0].File.Directory)
                    .SelectMany(other => other.Dependencies)
                    .FirstOrDefault(dependency => Brings(driver, dependency))
                    ?.Span,
                "not installed"
            )
            .Remedy($"Add `{driver.Distributions[0]}` to {list}.")
            .Verify($"git grep -niE {$"^({string.Join('|', driver.Distributions)})"} -- {list}   # must find it");
    }

    /// <summary>The driver itself, or a package with an extra that is called like it: <c>databases[asyncpg]</c>.</summary>
    private static bool Brings(DatabaseDriver driver, Dependency dependency) =>
        driver.Distributions.Any(name => Dependency.PythonName(name) == Dependency.PythonName(dependency.Name))
        || dependency.Features.Any(extra => driver.Distributions.Any(name => extra.Contains(name, StringComparison.OrdinalIgnoreCase)))
        // Their extras and dependencies bring drivers under other names.
        || dependency is { Features.Count: > 0 } && Dependency.PythonName(dependency.Name) is "sqlalchemy" or "databases" or "tortoiseorm";

    /// <summary>A variable with an address that names a driver, and what the image of its workload installs.</summary>
    internal sealed record NamedDriver(Workload Workload, SuppliedVariable Variable, DatabaseDriver Driver, StartImports Start);
}
