using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Jvm;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Variables that were to set a property and set none, by one slip in the name: <c>SPRING_DATASOURCE_USER</c>, <c>SPRING_PROFILE_ACTIVE</c>.</summary>
/// <remarks>Source: Spring Boot reference, "Binding From Environment Variables": what is no property's name is passed over without a word.</remarks>
internal static class JvmSlips
{
    private const string Profiles = "spring.profiles.active";

    /// <param name="idle">What the workload is given that is in no text of its own.</param>
    /// <param name="taken">Names for which another read was found.</param>
    public static IEnumerable<VariableUse> Of(
        Workload workload,
        JvmVariables jvm,
        IReadOnlyList<SuppliedVariable> idle,
        IReadOnlySet<string> taken
    )
    {
        if (jvm.Application.Framework != JvmFramework.Spring || jvm.UndecidedBecause is not null)
        {
            yield break;
        }

        var keys = jvm
            .Properties.Declared.Select(property => property.Key)
            .Concat(SpringProperties.Names)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var given in idle.Where(given => !taken.Contains(given.Name) && !jvm.MaySet(given.Name)))
        {
            if (
                !keys.Exists(key => PropertyNames.Sets(given.Name, key))
                && keys.Where(key => SimilarName.Means(PropertyNames.Variable(key), given.Name)).Take(2).ToList() is [var meant]
                && jvm.Properties.Given(meant) is null
                && Read(jvm, meant, given, workload) is { } read
            )
            {
                yield return new VariableUse
                {
                    Name = read.Name,
                    Workload = workload,
                    Reads = [read],
                    Near = given,
                    IsLoaded = true,
                };
            }
        }
    }

    /// <summary>The property as the program reads it: with the value of its files as the default, or at the place that starts the program.</summary>
    private static EnvironmentRead? Read(JvmVariables jvm, string key, SuppliedVariable given, Workload workload)
    {
        var name = PropertyNames.Variable(key);
        return jvm.Properties.In(key) is { } property
                ? new EnvironmentRead(name, PropertyValues.Of(property.Value, property.Span), Demand.Expected, property.Span)
            : jvm.Application.Setting("jvm.main") is { } main
                ? new EnvironmentRead(name, null, IsMeant(jvm, key, given, workload) ? Demand.Expected : Demand.Optional, main.Span)
            : null;
    }

    /// <summary>Something beside it shows that the program goes by it: a profile that has a file, a property of the same group.</summary>
    private static bool IsMeant(JvmVariables jvm, string key, SuppliedVariable given, Workload workload)
    {
        if (key == Profiles)
        {
            return given.Value.Text is { } profile && jvm.Application.Component.Properties.Any(file => file.Profile == profile);
        }

        var group = key[..(key.LastIndexOf('.') + 1)];
        return group.Count(letter => letter == '.') > 1
            && (
                jvm.Properties.Declared.Any(property =>
                    property.Canonical.StartsWith(PropertyNames.Canonical(group), StringComparison.Ordinal)
                )
                || SpringProperties.Names.Any(other =>
                    other.StartsWith(group, StringComparison.Ordinal)
                    && workload.Supplied.Any(variable => PropertyNames.Sets(variable.Name, other))
                )
            );
    }
}
