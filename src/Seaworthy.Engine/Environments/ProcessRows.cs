using System.Globalization;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>Where the process of a service listens, and who can reach it.</summary>
internal static class ProcessRows
{
    public static MatrixRow? Port(IReadOnlyList<Sighting> sightings)
    {
        var cells = sightings.Select(sighting => sighting.Cell(workload => (Inside(workload), Place(workload)))).ToList();
        var stated = sightings
            .Where((_, index) => cells[index].Text is not null)
            .Select(sighting => sighting.Workload)
            .OfType<Workload>()
            .ToList();
        if (stated.Count == 0)
        {
            return null;
        }

        var isSame = cells.Where(cell => cell.Text is not null).Select(cell => cell.Text).Distinct().Count() == 1;
        return isSame ? new MatrixRow(Aspect.Port, "", cells, Difference.None, "")
            : stated.TrueForAll(workload => IsSameProcess(workload, stated[0])) && !AreNested(cells)
                ? new MatrixRow(Aspect.Port, "", cells, Difference.Drift, "the same program starts, and is expected on another port")
            : new MatrixRow(Aspect.Port, "", cells, Difference.Intended, AreNested(cells) ? "" : "another program starts");
    }

    public static MatrixRow? Exposure(IReadOnlyList<Sighting> sightings)
    {
        // Platforms publish each in its own way.
        if (sightings.Any(sighting => sighting.Workload is { Kind: not TargetKind.Compose }))
        {
            return null;
        }

        var cells = sightings
            .Select(sighting => sighting.Cell(workload => (Published(workload), workload.Ports.FirstOrDefault(IsPublished)?.Span)))
            .ToList();
        var said = cells.Where(cell => cell.Place is not null).Select(cell => cell.Text).Distinct().ToList();
        return said is [null] or []
            ? null
            : new MatrixRow(Aspect.Exposure, "", cells, said.Count > 1 ? Difference.Intended : Difference.None, "");
    }

    /// <summary>One listens on what the other does, and on more besides.</summary>
    private static bool AreNested(IReadOnlyList<MatrixCell> cells)
    {
        var sets = cells
            .Select(cell => cell.Text)
            .OfType<string>()
            .Select(text => text.Split(", "))
            .OrderBy(ports => ports.Length)
            .ToList();
        return sets.Zip(sets.Skip(1), (less, more) => new { less, more }).All(pair => pair.less.All(pair.more.Contains));
    }

    private static bool IsSameProcess(Workload one, Workload other) =>
        one.Start?.Text == other.Start?.Text
        && (
            one.Image is { } image
                ? ReferenceEquals(image.Final.Declared, other.Image?.Final.Declared)
                : one.Public is { } known && known.Name == other.Public?.Name
        );

    private static string? Inside(Workload workload)
    {
        var ports = workload.Listens is { IsComplete: true, Ports.Count: > 0 } listens
            ? listens.Ports.Select(port => port.Port)
            : workload.Ports.Where(port => !port.IsInformational).Select(port => port.Container);
        var text = string.Join(", ", ports.Distinct().Order().Select(port => port.ToString(CultureInfo.InvariantCulture)));
        return text.Length > 0 ? text : null;
    }

    private static Model.Source.SourceSpan? Place(Workload workload) =>
        workload.Ports.FirstOrDefault(port => !port.IsInformational)?.Span
        ?? workload.Listens.Ports.Select(port => port.Chain.Cast<Model.Source.SourceSpan?>().FirstOrDefault()).FirstOrDefault();

    private static string? Published(Workload workload)
    {
        var ports = workload.Ports.Where(IsPublished).Select(Text).Distinct().ToList();
        return ports.Count > 0 ? string.Join(", ", ports) : null;
    }

    private static string Text(PortBinding port) =>
        string.Create(CultureInfo.InvariantCulture, $"{(port.HostAddress is { Length: > 0 } host ? host + ":" : "")}{port.Published}");

    private static bool IsPublished(PortBinding port) => port.Published is not null;
}
