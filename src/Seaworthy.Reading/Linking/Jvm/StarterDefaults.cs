using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Addresses that Spring takes by itself in containers, where another workload of the target is what they are for.</summary>
internal static class StarterDefaults
{
    public static IReadOnlyList<StarterDefault> Link(Deployment deployment) =>
        [
            .. from workload in deployment.Workloads
            where DefaultAddresses.IsJudged(workload)
            let variables = JvmVariables.Of(deployment, workload)
            where variables is { Application.Framework: JvmFramework.Spring }
            from starter in SpringStarter.All
            where variables.Application.Dependencies.Has([.. starter.Artifacts]) && !IsMadeBySource(starter, variables.Application)
            let meant = DefaultAddresses.Meant(deployment, workload, starter.Port)
            where meant is not null
            select Of(deployment, workload, variables, starter, meant),
        ];

    private static StarterDefault Of(
        Deployment deployment,
        Workload workload,
        JvmVariables variables,
        SpringStarter starter,
        Workload meant
    ) =>
        new(
            workload,
            starter.Store,
            Named(starter.Properties[0], SpringBootRelease.Of(deployment, variables.Application.Component)?.Value),
            $"localhost:{starter.Port}",
            starter.Value.Replace("{0}", meant.HostNames[0], StringComparison.Ordinal),
            meant,
            Dependency(variables.Application, starter) ?? workload.Span
        )
        {
            IsSet = starter.Properties.Any(property => IsSet(property, variables, workload)),
            UnknownBecause = variables.UndecidedBecause ?? workload.SuppliesMoreBecause,
        };

    /// <summary>Under the name by which the release of Spring Boot knows it.</summary>
    private static string Named(string property, string? release)
    {
        if (!int.TryParse(release?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major))
        {
            return property;
        }

        foreach (var renamed in RenamedPropertyPrefix.All)
        {
            var (from, to) = major >= renamed.Since ? (renamed.Old, renamed.Now) : (renamed.Now, renamed.Old);
            if (property.StartsWith(from, StringComparison.Ordinal))
            {
                return to + property[from.Length..];
            }
        }

        return property;
    }

    private static bool IsMadeBySource(SpringStarter starter, JvmApplication application) =>
        application.Component.Code.Any(file => starter.Beans.Any(word => file.File.Mentions(word)))
        || application
            .Component.Properties.SelectMany(file => file.All)
            .Any(property => starter.Beans.Any(word => property.Value.Raw.Contains(word, StringComparison.Ordinal)));

    /// <summary>The property, one below it or an element of it, in the active files or the environment; lists and maps are written in many ways.</summary>
    private static bool IsSet(string property, JvmVariables variables, Workload workload)
    {
        var canonical = PropertyNames.Canonical(property);
        var variable = Bare(property);
        return variables.Properties.Find(property) is not null
            || variables.Properties.Declared.Any(declared => declared.Canonical.StartsWith(canonical, StringComparison.Ordinal))
            || workload.Supplied.Any(supplied => Bare(supplied.Name).StartsWith(variable, StringComparison.Ordinal))
            || workload.Start?.Text.Contains(property, StringComparison.OrdinalIgnoreCase) is true;
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static SourceSpan? Dependency(JvmApplication application, SpringStarter starter) =>
        application
            .Component.Manifests.OfType<JavaBuild>()
            .SelectMany(build => build.Dependencies)
            .FirstOrDefault(dependency =>
                starter.Artifacts.Any(artifact =>
                    dependency.Name.EndsWith(":" + artifact, StringComparison.Ordinal) || dependency.Name == artifact
                )
            )
            ?.Span;
}
