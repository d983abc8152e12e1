using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>The variables that environments give a service: one that the code needs and that one environment lacks has been forgotten there.</summary>
internal sealed class VariableRows(Deployment deployment)
{
    private readonly ILookup<(string, string), VariableUse> uses = deployment
        .Variables.SelectMany(variables => variables.Uses)
        .ToLookup(use => (use.Workload.TargetName, use.Workload.Name));

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
                    given[index] is null && sighting.Workload is not null ? Lack(name, sighting, sightings) : (Difference.None, "")
            )
            .Append(Values(name, sightings, given))
            .GroupBy(found => found.Item1)
            .Select(same => (same.Key, string.Join("; ", same.Select(found => found.Item2).Where(text => text.Length > 0).Distinct())))
            .MaxBy(found => found.Key);
        var read = sightings
            .Select(sighting => sighting.Workload)
            .OfType<Workload>()
            .Select(workload => Find(workload, name))
            .FirstOrDefault(use => use is not null);
        return new MatrixRow(Aspect.Variable, name, cells, difference, because) { ReadAt = read?.Strongest.Span };
    }

    /// <summary>What it means that an environment does not give a variable that another gives.</summary>
    private (Difference, string) Lack(string name, Sighting sighting, IReadOnlyList<Sighting> all)
    {
        if (sighting.Workload is not { } workload || Find(workload, name)?.Supply is not null)
        {
            return (Difference.None, "");
        }

        // Where an image is pulled, the source that another environment builds tells what it reads.
        var use =
            Find(workload, name)
            ?? all.Select(other => other.Workload)
                .OfType<Workload>()
                .Select(other => Find(other, name))
                .FirstOrDefault(found => found is not null);
        return use is null || VariableText.IsForDevelopers(name) ? (Difference.Intended, "")
            : use.Demand == Demand.Optional ? (Difference.Intended, "the code has a default")
            : use.IsBuildTime && workload.Kind != TargetKind.Script ? (Difference.Intended, "the build fixes it")
            : !sighting.IsRelied && use.Demand != Demand.Required ? (Difference.Intended, "")
            : (workload.SuppliesMoreBecause ?? Find(workload, name)?.UndecidedBecause) is { } outside
                ? (Difference.Open, $"{sighting.Column.Name}: {outside}")
            : (Difference.Drift, $"the code reads it without a default, and nothing gives it in {sighting.Column.Name}");
    }

    private VariableUse? Find(Workload workload, string name) =>
        uses[(workload.TargetName, workload.Name)]
            .FirstOrDefault(use => use.Name == name || use.Strongest.Aliases.Contains(name, StringComparer.Ordinal))
        ?? (workload.Kind == TargetKind.Script ? Read(workload, name) : null);

    /// <summary>Files of settings run nothing: what reads them is the source beside them.</summary>
    private static VariableUse? Read(Workload workload, string name)
    {
        var reads = workload
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => read.Name == name)
            .OrderByDescending(read => read.Demand)
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

    private static (Difference, string) Values(string name, IReadOnlyList<Sighting> sightings, IReadOnlyList<SuppliedVariable?> given)
    {
        var told = sightings.Zip(given).Where(pair => pair.Second is not null).ToList();
        var shared = told.Where(pair => pair.First.IsRelied && IsWrittenSecret(pair.Second))
            .FirstOrDefault(pair =>
                told.Exists(other =>
                    other.First.Column.Purpose == TargetEnvironment.Development
                    && IsWrittenSecret(other.Second)
                    && other.Second?.Value.Text == pair.Second?.Value.Text
                    && other.Second?.Span != pair.Second?.Span
                )
            );
        var mode = VariableText.IsMode(name)
            ? told.FirstOrDefault(pair => pair.First.IsRelied && pair.Second?.Value.Text is "development" or "Development" or "dev").First
            : null;
        return mode is not null ? (Difference.Drift, $"{mode.Column.Name} runs as development does")
            : shared.First is { } one ? (Difference.Drift, $"{one.Column.Name} has the same secret as development")
            : told.Select(pair => pair.Second?.Value.Text).Distinct().Count() > 1 ? (Difference.Intended, "")
            : (Difference.None, "");
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
        && !variable.Span.Line.Contains("${", StringComparison.Ordinal);
}
