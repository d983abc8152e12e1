using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A directory named for a release, beside another release with the same object in a served API version: published releases do not change.</summary>
/// <remarks>Source: Operator Lifecycle Manager, "Creating an update graph": the bundles of all releases are kept, and each replaces the one before.</remarks>
internal static partial class PastRelease
{
    public static bool Holds(KubernetesObject found, Deployment deployment) =>
        Place(found.Span.File.Path) is { } place
        && deployment
            .Of<KubernetesManifest>()
            .Where(manifest => Place(manifest.File.Path) is { } other && other.Above == place.Above && other.Release != place.Release)
            .SelectMany(manifest => manifest.Objects)
            .Any(other =>
                other.Kind.Value == found.Kind.Value
                && other.Name?.Value == found.Name?.Value
                && RemovedApis.Find(other.ApiVersion.Value, other.Kind.Value) is null
            );

    private static (string Above, string Release)? Place(string path) =>
        Release().Match(path) is { Success: true } match ? (path[..match.Index], match.Value.Trim('/')) : null;

    [GeneratedRegex(@"/v?\d+\.\d+\.\d+/", RegexOptions.CultureInvariant)]
    private static partial Regex Release();
}
