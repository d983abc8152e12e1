using System.Globalization;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>The images that environments run. Of the repository's own, another tag is a release on its way; of a store, another release is one that nobody tried.</summary>
internal static class ImageRow
{
    public static MatrixRow? Of(IReadOnlyList<Sighting> sightings)
    {
        var cells = sightings.Select(sighting => sighting.Cell(Tell)).ToList();
        if (cells.Where(cell => cell.Text is not null).Select(cell => cell.Text).Distinct().Count() < 2)
        {
            return cells.Exists(cell => cell.Text is not null) ? new MatrixRow(Aspect.Image, "", cells, Difference.None, "") : null;
        }

        var why = WhyDrift([.. sightings.Select(sighting => sighting.Workload).OfType<Workload>()]);
        return new MatrixRow(Aspect.Image, "", cells, why is null ? Difference.Intended : Difference.Drift, why ?? "");
    }

    // A cluster runs what it pulls; Compose builds what it can.
    private static (string? Text, SourceSpan? Place) Tell(Workload workload) =>
        workload.Image is { } image && (workload.Kind != TargetKind.Kubernetes || workload.Reference is null)
            ? (Built(image), image.Build.Places.Cast<SourceSpan?>().FirstOrDefault(place => place?.File == workload.Span.File))
            : (Pulled(workload.Reference), workload.Reference?.Span);

    private static string Built(Image image) =>
        image.Build.Target is { } target ? $"{image.Dockerfile.File.Path}, stage {target.Value}" : image.Dockerfile.File.Path;

    private static string? Pulled(Fact<Resolved>? reference) =>
        reference is null ? null : Whole(reference.Value) ?? Written(reference.Span);

    /// <summary>Null where a part of it is filled in from outside.</summary>
    private static string? Whole(Resolved reference) => reference.Unset.Count == 0 ? reference.Text : null;

    private static string Written(SourceSpan span) => span.Text.Trim().Trim('"', '\'');

    private static string? WhyDrift(IReadOnlyList<Workload> workloads)
    {
        var known = workloads
            .Where(workload => workload.Image is null && workload.Components.Count == 0 && workload.Public is not null)
            .ToList();
        if (known.Count < 2)
        {
            return null;
        }

        var names = known.Select(workload => workload.Public?.Name).Distinct().ToList();
        return names.Count > 1
            ? known.TrueForAll(workload => KeepsState(workload.Public?.Role))
                ? $"{string.Join(" and ", names)} are not the same"
                : null
            : WhyDrift(
                known[0].Public?.Name ?? "",
                [.. known.Select(workload => Tag(workload.Reference is { } reference ? Whole(reference.Value) : null))]
            );
    }

    private static string? WhyDrift(string name, IReadOnlyList<string?> tags)
    {
        var named = tags.OfType<string>().Distinct().ToList();
        var numbered = named.Where(tag => Numbers(tag).Count > 0).ToList();
        if (numbered.Count > 0 && named.Contains("latest"))
        {
            return $"latest moves on, {numbered[0]} does not";
        }

        for (var one = 0; one < numbered.Count; one++)
        {
            for (var other = one + 1; other < numbered.Count; other++)
            {
                if (Compare(Numbers(numbered[one]), Numbers(numbered[other])) is not 0 and var order)
                {
                    return $"{name} {numbered[order < 0 ? one : other]} is older than {numbered[order < 0 ? other : one]}";
                }
            }
        }

        return null;
    }

    private static bool KeepsState(ImageRole? role) =>
        role is ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore;

    /// <summary>Null when it is not known, or a digest says it.</summary>
    private static string? Tag(string? reference)
    {
        if (reference is null || reference.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var name = reference[(reference.LastIndexOf('/') + 1)..];
        return name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? name[(colon + 1)..] : "latest";
    }

    /// <summary><c>15.4-alpine</c> is 15 and 4; dates and names of releases say nothing of which is older.</summary>
    private static IReadOnlyList<int> Numbers(string tag)
    {
        List<int> numbers = [];
        foreach (var part in tag.TrimStart('v').Split('-')[0].Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return numbers;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>As far as both say it: 15 is any 15.4.</summary>
    private static int Compare(IReadOnlyList<int> left, IReadOnlyList<int> right) =>
        left.Zip(right, (one, other) => one.CompareTo(other)).FirstOrDefault(order => order != 0);
}
