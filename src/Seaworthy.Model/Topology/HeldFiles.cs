using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Files of the repository where an image holds them.</summary>
public static class HeldFiles
{
    /// <summary>The file of the repository that stands under a name in a directory of the image; null when none is known to.</summary>
    public static string? SourceOf(this ImageFiles files, string? directory, string name) =>
        ImagePath.Join(directory, name) is { } path && files.Find(path) is { Presence: Presence.Present, Actual: { } source }
            ? source
            : null;

    /// <summary>The same as what was read of it: the package.json of a directory of the image.</summary>
    public static T? At<T>(this Deployment deployment, ImageFiles files, string? directory, string name)
        where T : Artifact => files.SourceOf(directory, name) is { } source ? deployment.At<T>(source) : null;
}
