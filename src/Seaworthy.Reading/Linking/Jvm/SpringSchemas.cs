using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>What applications of Spring have Hibernate do to the schema at each start.</summary>
/// <remarks>Source: Spring Boot reference, "Database Initialization": <c>create</c> destroys what was there before, <c>create-drop</c> also at the end.</remarks>
internal static class SpringSchemas
{
    private static readonly string[] Keys = ["spring.jpa.hibernate.ddl-auto", "spring.jpa.properties.hibernate.hbm2ddl.auto"];

    // What is gone with the process anyway.
    private static readonly string[] Fleeting = ["jdbc:h2:mem", "jdbc:hsqldb:mem", "jdbc:derby:memory", "jdbc:tc:"];

    public static IReadOnlyList<SchemaAtStart> Link(Deployment deployment) =>
        [
            .. deployment
                .Workloads.Concat(Alone(deployment))
                .Where(workload => !workload.IsOneShot)
                .Select(workload => Of(deployment, workload))
                .OfType<SchemaAtStart>(),
        ];

    /// <summary>Images that no target runs, as their own variables have them start.</summary>
    private static IEnumerable<Workload> Alone(Deployment deployment) =>
        from startup in deployment.Startups
        let image = startup.Image
        where image is not null && startup is { Workload: null, Start: not null } && !deployment.WorkloadsOf(image.Dockerfile).Any()
        select new Workload
        {
            Name = image.Name,
            TargetName = image.Name,
            Kind = TargetKind.Script,
            Span = startup.Span,
            Image = image,
            Components = image.Components,
            Start = startup.Start,
            Supplied = image.Environment,
            SuppliesMoreBecause = "the container may be started with more variables",
        };

    private static SchemaAtStart? Of(Deployment deployment, Workload workload)
    {
        if (JvmVariables.Of(deployment, workload) is not { Application.Framework: JvmFramework.Spring, Properties: var properties } jvm)
        {
            return null;
        }

        return
            Keys.Select(properties.Find).FirstOrDefault(value => value is not null) is { Text: { Length: > 0 } mode } value
            && value.Chain is [var place, ..]
            && KeepsData(properties)
            ? new SchemaAtStart(
                workload.Kind == TargetKind.Script ? workload.Name : workload.ToString(),
                ActionOf(mode),
                $"ddl-auto: {mode}",
                place
            )
            {
                Environment = workload.Environment,
                Profiles = properties.Profiles.Active,
                RunBy = workload.Span,
                UndecidedBecause = jvm.UndecidedBecause ?? workload.SuppliesMoreBecause,
            }
            : null;
    }

    private static SchemaAction ActionOf(string mode) =>
        mode switch
        {
            "create" or "create-drop" => SchemaAction.Drops,
            "update" => SchemaAction.Changes,
            _ => SchemaAction.Leaves,
        };

    /// <summary>A database is named, and not one that lives in the memory of the program.</summary>
    private static bool KeepsData(JvmProperties properties) =>
        (properties.In("spring.datasource.url") is not null || properties.Given("spring.datasource.url") is not null)
        && properties.Find("spring.datasource.url") is var url
        && !Fleeting.Any(scheme => url?.Text?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true);
}
