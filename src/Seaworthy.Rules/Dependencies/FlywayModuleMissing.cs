using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>An application migrates with Flyway, and lacks the module for its database, or the one with which Spring Boot starts it.</summary>
/// <remarks>Sources: Flyway, release notes of 10.0.0 and 8.2.1; Spring Boot 3.3 release notes, "Flyway 10"; Spring Boot 4.0 migration guide, "Module Dependencies"; Quarkus 3.10 migration guide.</remarks>
internal sealed class FlywayModuleMissing : Rule<FlywayModuleMissing.Migrating>
{
    private static readonly Version SpringWithTen = new(3, 3);
    private static readonly Version SpringWithEight = new(2, 7);
    private static readonly Version SpringInModules = new(4, 0);
    private static readonly Version QuarkusWithTen = new(3, 10);

    private static readonly IReadOnlyList<DatabaseModule> Modules =
    [
        new("PostgreSQL", "flyway-database-postgresql", 10, ["org.postgresql:postgresql", "io.quarkus:quarkus-jdbc-postgresql"]),
        new(
            "MySQL",
            "flyway-mysql",
            8,
            [
                "com.mysql:mysql-connector-j",
                "mysql:mysql-connector-java",
                "org.mariadb.jdbc:mariadb-java-client",
                "io.quarkus:quarkus-jdbc-mysql",
                "io.quarkus:quarkus-jdbc-mariadb",
            ]
        ),
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/flyway-module-missing",
            Title = "Missing Flyway module",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Flyway keeps its databases in modules of their own. Without the module the program stops with `Unsupported Database`; without Spring Boot's, no migration runs.",
            Holds = "The build has the Flyway modules for its database and its framework.",
        };

    public override IEnumerable<Migrating> Subjects(Deployment deployment) =>
        from build in deployment.Of<JavaBuild>()
        where build.CatalogAliases.Count == 0
        let flyway = build.Dependencies.FirstOrDefault(dependency =>
            dependency.Name is "org.flywaydb:flyway-core" or "io.quarkus:quarkus-flyway"
        )
        where flyway is { Kind: DependencyKind.Runtime }
        let framework = FrameworkOf(build, deployment)
        where framework is not null
        select new Migrating(build, flyway, framework);

    protected override Subject Identify(Migrating subject) => new(subject.Build.File.Path, subject.Flyway.Span);

    protected override IEnumerable<Verdict> Check(Migrating subject, Deployment deployment)
    {
        var (build, flyway, framework) = subject;
        if (IsSwitchedOff(build, deployment))
        {
            yield break;
        }

        var release = flyway.Range is { } range && Number(range) is { } own ? own.Major : framework.Flyway;
        foreach (var module in Modules.Where(module => release >= module.Since && !IsThere(module.Name, deployment)))
        {
            if (
                build.Dependencies.FirstOrDefault(dependency =>
                    dependency.Kind != DependencyKind.Development && module.Drivers.Contains(dependency.Name)
                ) is
                { } driver
            )
            {
                yield return LikelyFail(
                        flyway.Span,
                        $"{build.File.Path} uses Flyway ({framework.Release.Value} brings release {release} or later) with {module.Database}, but not `{module.Name}`: the program stops at start with `Unsupported Database: {module.Database}`."
                    )
                    .Related(driver.Span, "the driver")
                    .Related(framework.Release.Span)
                    .Remedy($"Add `org.flywaydb:{module.Name}` to {build.File.Path}; its version comes from the framework.")
                    .Verify($"git grep -nF -e {module.Name} -- {build.File.Path}   # must find it");
            }
        }

        if (
            framework is { IsSpring: true, Number: var number }
            && number >= SpringInModules
            && !IsThere("spring-boot-starter-flyway", deployment)
            && !IsThere("spring-boot-flyway", deployment)
            && !CallsFlyway(build, deployment)
        )
        {
            yield return LikelyFail(
                    flyway.Span,
                    $"{build.File.Path} has `flyway-core`, but {framework.Release.Value} starts Flyway only with `spring-boot-starter-flyway`: no migration runs, and nothing says so."
                )
                .Related(framework.Release.Span)
                .Remedy($"Replace `flyway-core` with `org.springframework.boot:spring-boot-starter-flyway` in {flyway.Span}.")
                .Verify($"git grep -nE 'spring-boot(-starter)?-flyway' -- {build.File.Path}   # must find it");
        }
    }

    private static bool IsThere(string artifact, Deployment deployment) =>
        deployment
            .Of<JavaBuild>()
            .Any(build => build.Dependencies.Any(dependency => dependency.Name.EndsWith(":" + artifact, StringComparison.Ordinal)));

    private static Framework? FrameworkOf(JavaBuild build, Deployment deployment)
    {
        if (deployment.All<SpringApplication>().FirstOrDefault(spring => spring.Component.Manifests.Contains(build)) is { } application)
        {
            return Number(application.Release.Value) is { } number
                ? new Framework(
                    new Fact<string>($"Spring Boot {application.Release.Value}", application.Release.Span),
                    number,
                    number >= SpringWithTen ? 10
                        : number >= SpringWithEight ? 8
                        : 0,
                    true
                )
                : null;
        }

        return
            build.Properties.FirstOrDefault(property => property.Key == "quarkus.platform.version") is { } stated
            && Number(stated.Value) is { } quarkus
            ? new Framework(
                new Fact<string>($"Quarkus {stated.Value}", stated.ValueSpan),
                quarkus,
                quarkus >= QuarkusWithTen ? 10 : 0,
                false
            )
            : null;
    }

    private static bool IsSwitchedOff(JavaBuild build, Deployment deployment) =>
        Of(build, deployment)
            .SelectMany(component => component.Properties)
            .SelectMany(file => file.All)
            .Any(property => property.Key == "spring.flyway.enabled" && property.Value.Raw.Contains("false", StringComparison.Ordinal));

    private static bool CallsFlyway(JavaBuild build, Deployment deployment) =>
        Of(build, deployment)
            .SelectMany(component => component.Code)
            .Any(file => file.Imports.Any(import => import.Module.StartsWith("org.flywaydb", StringComparison.Ordinal)));

    private static IEnumerable<Component> Of(JavaBuild build, Deployment deployment) =>
        deployment.Components.Where(component => component.Manifests.Contains(build));

    private static Version? Number(string text) =>
        Version.TryParse(string.Concat(text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')).Trim('.'), out var number)
            ? number
            : null;

    /// <summary>A build with Flyway, and the framework that brings it.</summary>
    internal sealed record Migrating(JavaBuild Build, Dependency Flyway, Framework Framework);

    /// <param name="Release">In words, and where it is stated.</param>
    /// <param name="Flyway">The major release of Flyway that it brings at least; 0 for an older one.</param>
    internal sealed record Framework(Fact<string> Release, Version Number, int Flyway, bool IsSpring);

    /// <param name="Since">The major release from which on the module is needed.</param>
    private sealed record DatabaseModule(string Database, string Name, int Since, IReadOnlyList<string> Drivers);
}
