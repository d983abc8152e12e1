using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Spring Boot serves management endpoints on the port of the application, and nothing asks who calls.</summary>
/// <remarks>Source: Spring Boot reference, "Endpoints": only <c>health</c> is exposed by default, and all are open without Spring Security.</remarks>
internal sealed class ActuatorOpen : Rule<ActuatorOpen.Exposure>
{
    private const string Key = "management.endpoints.web.exposure.include";

    // What these answer with, or do.
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Endpoints =
    [
        new("*", "`/actuator/heapdump` and `/actuator/env` give away its memory and settings, passwords included"),
        new("heapdump", "`/actuator/heapdump` gives away its memory, passwords included"),
        new("gateway", "`/actuator/gateway` lists, adds and deletes routes"),
        new("env", "`/actuator/env` gives away its settings"),
        new("shutdown", "`/actuator/shutdown` ends it"),
        new("configprops", "`/actuator/configprops` gives away its settings"),
        new("loggers", "`/actuator/loggers` changes what it logs"),
        new("threaddump", "`/actuator/threaddump` gives away what its threads do"),
        new("logfile", "`/actuator/logfile` gives away its log"),
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/actuator-open",
            Title = "Open actuator endpoints",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Without Spring Security everyone who reaches the application reaches its management endpoints.",
            Holds = "The exposed endpoints give nothing away, or something asks who calls.",
        };

    public override IEnumerable<Exposure> Subjects(Deployment deployment) =>
        from component in deployment.Components
        from file in component.Properties
        where file.Profile is null or "prod" or "production" && file.Stem == "application"
        from property in file.All
        where property.Canonical == Key
        select new Exposure(component, property);

    protected override Subject Identify(Exposure subject) => new(subject.Component.Title, subject.Property.Span);

    protected override IEnumerable<Verdict> Check(Exposure subject, Deployment deployment)
    {
        var named = subject.Property.Value.Raw.Split(',', StringSplitOptions.TrimEntries).Select(name => name.Trim('"', '\'')).ToList();
        var endpoint = Endpoints.FirstOrDefault(endpoint => named.Contains(endpoint.Key));
        if (endpoint.Key is null || IsGuarded(subject.Component))
        {
            yield break;
        }

        yield return Warn(
                subject.Property.Span,
                $"{subject.Component.Title} serves `{subject.Property.Value.Raw}` of its management endpoints to everyone: {endpoint.Value}."
            )
            .Remedy(
                $"Write `health,info` in {subject.Property.Span}, or add `spring-boot-starter-security` and a rule for `/actuator/**`, or a `management.server.port` that is not published."
            )
            .Verify($"curl -s -o /dev/null -w '%{{http_code}}\\n' http://localhost:8080/actuator/env   # must print 401, 403 or 404");
    }

    private static bool IsGuarded(Component component) =>
        component
            .Manifests.OfType<Manifest>()
            .Any(manifest =>
                manifest.Dependencies.Any(dependency => dependency.Name.Contains("security", StringComparison.Ordinal))
                || (
                    manifest is JavaBuild build
                    && build.CatalogAliases.Any(alias => alias.Value.Contains("security", StringComparison.Ordinal))
                )
            )
        || component.Properties.Any(file =>
            file.All.Any(property => property.Canonical is "management.server.port" or "management.server.address" or "management.port")
        );

    /// <summary>The property that names the exposed endpoints.</summary>
    internal sealed record Exposure(Component Component, ApplicationProperty Property);
}
