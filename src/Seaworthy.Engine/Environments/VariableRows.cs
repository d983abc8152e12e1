using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>The variables that environments give a service: one that the code needs and that one environment lacks has been forgotten there.</summary>
internal sealed class VariableRows(Deployment deployment)
{
    private readonly ILookup<Service, WorkloadVariables> read = deployment.Variables.ToLookup(variables => new Service(
        variables.Workload.TargetName,
        variables.Workload.Name
    ));

    public IEnumerable<MatrixRow> Of(IReadOnlyList<Sighting> sightings) =>
        sightings
            .Select(sighting => sighting.Workload)
            .OfType<Workload>()
            .SelectMany(workload => workload.Supplied.Where(variable => variable.Origin != SupplyOrigin.ImageEnv))
            .Select(variable => variable.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => Row(name, sightings));

    private MatrixRow Row(string name, IReadOnlyList<Sighting> sightings)
    {
        var given = sightings.Select(sighting => sighting.Workload?.Supplied.LastOrDefault(variable => variable.Name == name)).ToList();
        var texts = VariableText.Of(name, given);
        var cells = sightings
            .Select(
                (sighting, index) => sighting.Cell(workload => given[index] is { } one ? (texts[index], one.Span) : (null, workload.Span))
            )
            .ToList();
        var (difference, because) = sightings
            .Select(
                (sighting, index) =>
                    given[index] is null && sighting.Workload is not null
                        ? Lack(name, sighting, sightings)
                        : new Contrast(Difference.None, "")
            )
            .Append(Values(name, sightings, given))
            .GroupBy(found => found.Difference)
            .OrderByDescending(same => (int)same.Key)
            .Select(same => new Contrast(
                same.Key,
                string.Join("; ", same.Select(found => found.Because).Where(text => text.Length > 0).Distinct())
            ))
            .First();
        var use = sightings
            .Select(sighting => sighting.Workload)
            .OfType<Workload>()
            .Select(workload => Find(workload, name))
            .FirstOrDefault(found => found is not null);
        return new MatrixRow(Aspect.Variable, name, cells, difference, because) { ReadAt = use?.Strongest.Span };
    }

    /// <summary>What it means that an environment does not give a variable that another gives.</summary>
    private Contrast Lack(string name, Sighting sighting, IReadOnlyList<Sighting> all)
    {
        if (sighting.Workload is not { } workload || Find(workload, name)?.Supply is not null)
        {
            return new(Difference.None, "");
        }

        // Where an image is pulled, the source that another environment builds tells what it reads.
        var use =
            Find(workload, name)
            ?? all.Select(other => other.Workload)
                .OfType<Workload>()
                .Select(other => Find(other, name))
                .FirstOrDefault(found => found is not null);
        return use is null || VariableText.IsForDevelopers(name) ? new(Difference.Intended, "")
            : use.Demand == Demand.Optional ? new(Difference.Intended, "the code has a default")
            : use.IsBuildTime && workload.Kind != TargetKind.Script ? new(Difference.Intended, "the build fixes it")
            : !sighting.IsRelied && use.Demand != Demand.Required ? new(Difference.Intended, "")
            : (workload.SuppliesMoreBecause ?? Find(workload, name)?.UndecidedBecause) is { } outside
                ? new(Difference.Open, $"{sighting.Column.Name}: {outside}")
            : new(Difference.Drift, $"the code reads it without a default, and nothing gives it in {sighting.Column.Name}");
    }

    private VariableUse? Find(Workload workload, string name) =>
        read[new Service(workload.TargetName, workload.Name)]
            .SelectMany(variables => variables.Uses)
            .FirstOrDefault(use => use.Name == name || use.Strongest.Aliases.Contains(name, StringComparer.Ordinal))
        ?? (workload.Kind == TargetKind.Script ? Read(workload, name) : null);

    /// <summary>Files of settings run nothing: what reads them is the source beside them.</summary>
    private static VariableUse? Read(Workload workload, string name)
    {
        var reads = workload
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => read.Name == name)
            .OrderByDescending(read => (int)read.Demand)
            .ToList();
        return reads.Count == 0
            ? null
            : new VariableUse
            {
                Name = name,
                Workload = workload,
                Reads = reads,
            };
    }

    private static Contrast Values(string name, IReadOnlyList<Sighting> sightings, IReadOnlyList<SuppliedVariable?> given)
    {
        var shown = sightings
            .Zip(given, (sighting, variable) => new { sighting, variable })
            .Where(pair => pair.variable is not null)
            .ToList();
        var shared = shown
            .Where(pair => pair.sighting.IsRelied && IsWrittenSecret(pair.variable))
            .FirstOrDefault(pair =>
                shown.Exists(other =>
                    other.sighting.Column.Purpose == TargetEnvironment.Development
                    && IsWrittenSecret(other.variable)
                    && other.variable?.Value.Text == pair.variable?.Value.Text
                    && other.variable?.Span != pair.variable?.Span
                )
            );
        var mode = VariableText.IsMode(name)
            ? shown
                .FirstOrDefault(pair => pair.sighting.IsRelied && pair.variable?.Value.Text is "development" or "Development" or "dev")
                ?.sighting
            : null;
        return mode is not null ? new(Difference.Drift, $"{mode.Column.Name} runs as development does")
            : shared?.sighting is { } one ? new(Difference.Drift, $"{one.Column.Name} has the same secret as development")
            : shown.Select(pair => pair.variable?.Value.Text).Distinct().Count() > 1 ? new(Difference.Intended, "")
            : new(Difference.None, "");
    }

    /// <summary>Written where it is given, and no word that only stands for a secret.</summary>
    private static bool IsWrittenSecret(SuppliedVariable? variable) =>
        variable
            is {
                Origin: SupplyOrigin.ComposeEnvironment or SupplyOrigin.Kubernetes or SupplyOrigin.Secret or SupplyOrigin.ConfigMap,
                Value.Text: { } text
            }
        && SecretNames.IsSecret(variable.Name)
        && !SecretNames.IsPlaceholder(text)
        && !SecretNames.IsWeak(text)
        && text[0] is not ('/' or '.')
        && !variable.TakesVariable;

    private sealed record Service(string Target, string Name);

    /// <summary>How environments differ in a variable, and why.</summary>
    private sealed record Contrast(Difference Difference, string Because);
}
