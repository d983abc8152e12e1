using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>A program that a RUN instruction starts, itself or through scripts of packages.</summary>
/// <param name="Line">The program with its arguments.</param>
/// <param name="Directory">Where in the image it runs.</param>
/// <param name="Through">The scripts of packages that led here.</param>
internal sealed record BuildCall(CommandLine Line, string Directory, IReadOnlyList<SourceSpan> Through)
{
    /// <summary>Its name, without the release that <c>npx vite@5</c> asks for.</summary>
    public string Program => Line.Program.Split('@')[0];

    /// <summary>The package whose script it is, or that stands where it runs; null when none is known to.</summary>
    public PackageJson? Package { get; init; }

    /// <summary>It runs in any case, and the build ends where it fails.</summary>
    public bool IsDemanded { get; init; }
}
