using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Packages;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>The address of a database names a driver that the image does not install, or leaves it to SQLAlchemy, whose choice the image does not install.</summary>
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
            from named in Named(workload, start).Concat(Unnamed(workload, start, deployment))
            select named
        ).DistinctBy(named => named.Span);

    protected override Subject Identify(NamedDriver subject) => new($"{subject.Workload.Name}: {subject.Name}", subject.Span);

    protected override IEnumerable<Verdict> Check(NamedDriver subject, Deployment deployment)
    {
        var (workload, name, span, driver, start) = subject;
        var manifests = ManifestsOf(start, deployment);
        if (
            manifests.Count < start.Manifests.Count
            || !manifests.TrueForAll(manifest => manifest is Requirements)
            || manifests.Exists(manifest => manifest.Dependencies.Any(dependency => Brings(driver, dependency)))
        )
        {
            yield break;
        }

        var list = manifests[0].File.Path;
        var message = subject.IsDefault
            ? $"{name} of {workload.Name} names no driver: SQLAlchemy{subject.Release} takes `{driver.Module}`, which {list} does not install."
            : $"{name} of {workload.Name} names the driver `{driver.Module}`, but its image installs {list} without it.";
        var verdict = (
            start.UnknownBecause is { } why
                ? Unknown(span, $"{message} Unknown whether it is installed otherwise: {why}.")
                : LikelyFail(span, message)
        )
            .Related(start.Installs.Count > 0 ? start.Installs[0] : null)
            .Related(
                deployment
                    .In<Requirements>(manifests[0].File.Directory)
                    .SelectMany(other => other.Dependencies)
                    .FirstOrDefault(dependency => Brings(driver, dependency))
                    ?.Span,
                "not installed"
            );
        var installed = subject.IsDefault
            ? driver.Others.FirstOrDefault(other => manifests.Exists(manifest => manifest.Dependencies.Any(one => Brings(other, one))))
            : null;
        yield return installed is not null
            ? verdict.Remedy($"Write `{installed.Scheme}://` in {span}.").VerifyGone()
            : verdict
                .Remedy($"Add `{driver.Distributions[0]}` to {list}.")
                .Verify($"git grep -niE {$"^({string.Join('|', driver.Distributions)})"} -- {list}   # must find it");
    }

    private static IEnumerable<NamedDriver> Named(Workload workload, StartImports start) =>
        from variable in workload.Supplied
        let driver = DatabaseDriver.Of(variable.Value.Outline ?? "")
        where driver is not null
        select new NamedDriver(workload, variable.Name, variable.Span, driver, start);

    /// <summary>Addresses that leave the driver to SQLAlchemy, where the program hands them on as they are.</summary>
    private static IEnumerable<NamedDriver> Unnamed(Workload workload, StartImports start, Deployment deployment) =>
        from engine in deployment.All<EngineAddress>()
        where engine.Workload == workload && !engine.IsAsync
        let variable = workload.Supplied.LastOrDefault(variable => variable.Value.Outline == engine.Address)
        let packages = ManifestsOf(start, deployment).SelectMany(manifest => manifest.Dependencies).ToList()
        let isSince21 = DatabaseDriver.IsSince21(packages)
        where isSince21 is not null
        let driver = DatabaseDriver.DefaultOf(engine.Scheme, isSince21 == true)
        where driver is not null
        select new NamedDriver(
            workload,
            variable?.Name ?? $"The address in {engine.File.File.Path}",
            variable?.Span ?? engine.Span,
            driver,
            start
        )
        {
            IsDefault = true,
            Release =
                driver.Dialect != "postgresql" ? ""
                : isSince21 == true ? " 2.1"
                : " before 2.1",
        };

    private static List<Manifest> ManifestsOf(StartImports start, Deployment deployment) =>
        [.. start.Manifests.Select(file => deployment.At<Manifest>(file.Path)).OfType<Manifest>()];

    /// <summary>The driver itself, or a package with an extra that is called like it: <c>databases[asyncpg]</c>.</summary>
    private static bool Brings(DatabaseDriver driver, Dependency dependency) =>
        driver.Distributions.Any(name => Dependency.PythonName(name) == Dependency.PythonName(dependency.Name))
        || dependency.Features.Any(extra => driver.Distributions.Any(name => extra.Contains(name, StringComparison.OrdinalIgnoreCase)))
        // Their extras and dependencies bring drivers under other names.
        || dependency is { Features.Count: > 0 } && Dependency.PythonName(dependency.Name) is "sqlalchemy" or "databases" or "tortoiseorm";

    /// <summary>A variable with an address, the driver that it means, and what the image of its workload installs.</summary>
    internal sealed record NamedDriver(Workload Workload, string Name, SourceSpan Span, DatabaseDriver Driver, StartImports Start)
    {
        /// <summary>The address names none: SQLAlchemy chooses.</summary>
        public bool IsDefault { get; init; }

        /// <summary>Which releases of SQLAlchemy choose it.</summary>
        public string Release { get; init; } = "";
    }
}
