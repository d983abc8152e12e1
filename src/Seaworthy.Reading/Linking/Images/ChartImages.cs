using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The images of this repository that values of a chart name: the pods that run them are in templates, and not every chart can be rendered.</summary>
internal static class ChartImages
{
    public static IReadOnlyList<ChartImage> Link(Deployment deployment)
    {
        var names = ImageNames.Of(deployment);
        return
        [
            .. deployment
                .Of<HelmValues>()
                .SelectMany(values => values.Values)
                .Where(value => IsImage(value.Path))
                .Select(value => value.Value is { } name ? names.Find(name.Value) : null)
                .OfType<Image>()
                .Distinct()
                .Select(image => new ChartImage(image)),
        ];
    }

    /// <summary><c>image</c>, <c>api.image.repository</c>, <c>worker.repository</c>.</summary>
    private static bool IsImage(string path) =>
        path.Split('.') is [.., var last]
        && (last is "image" or "repository" || (last == "name" && path.EndsWith("image.name", StringComparison.Ordinal)));
}
