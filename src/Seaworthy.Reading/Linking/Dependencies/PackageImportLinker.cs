using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Imports to the manifests that declare their packages.</summary>
internal static class PackageImportLinker
{
    public static IReadOnlyList<PackageImports> Link(Deployment deployment, ProgramFiles programs)
    {
        PythonImports python = new(deployment, programs);
        NodeImports node = new(deployment, programs);
        return
        [
            .. deployment
                .Components.Where(IsJudged)
                .SelectMany(component => new[] { python.Of(component), node.Of(component) })
                .OfType<PackageImports>(),
        ];
    }

    /// <summary>Samples, archives and what tools keep in hidden directories run nowhere.</summary>
    public static bool IsJudged(Component component) =>
        !FilePurposes.Has(component.Root + "/", FilePurpose.Shown | FilePurpose.NoProgram) && !IsHidden(component.Root + "/");

    /// <summary>What tools keep for themselves: a script below <c>.github</c> is run by a workflow, which installs what it needs.</summary>
    public static bool IsHidden(string path) => path.Split('/').SkipLast(1).Any(part => part is ['.', ..]);

    /// <summary>One verdict's worth: places of one package, those that stop the program first.</summary>
    public static UndeclaredPackage Undeclared(string package, string module, IEnumerable<ImportPlace> places, string? mayBeThere)
    {
        var ordered = places
            .GroupBy(place => place.Span.File.Path)
            .Select(file => file.OrderByDescending(place => place.Stops ? 1 : 0).ThenBy(place => place.Span.Start).First())
            .OrderByDescending(place => place.Stops ? 1 : 0)
            .ThenBy(place => place.IsUnreached ? 1 : 0)
            .ThenBy(place => place.Span.File.Path, StringComparer.Ordinal)
            .ThenBy(place => place.Span.Start)
            .ToList();
        return new UndeclaredPackage(package, module, [.. ordered.Select(place => place.Span)])
        {
            StopsProgram = ordered[0].Stops,
            IsUnreached = ordered.TrueForAll(place => place.IsUnreached),
            MayBeThereBecause = mayBeThere,
        };
    }

    /// <summary>Whether the import is at the beginning of a line: inside a function or a condition it may never run.</summary>
    public static bool IsAtTop(SourceSpan span) => span.File.Lines.TextOf(span.StartLine) is [not (' ' or '\t'), ..];
}
