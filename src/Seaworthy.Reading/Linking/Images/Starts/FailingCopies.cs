using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Builds that end at a COPY whose source is not in their context: what would have come behind it is no second fault.</summary>
internal sealed class FailingCopies(Deployment deployment)
{
    private readonly Dictionary<Image, IReadOnlyList<PathUse>> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Image, List<int>> places = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<ILookup<Dockerfile, Image>> images = new(() =>
        deployment.Images.ToLookup<Image, Dockerfile>(image => image.Dockerfile, ReferenceEqualityComparer.Instance)
    );

    /// <summary>A COPY that fails is in the stage before a place.</summary>
    public bool StopBefore(Image image, ImageStage stage, SourceSpan place) =>
        Failing(image) is var failing
        && failing.BinarySearch(stage.Declared.Span.Start) is var found
        && (found < 0 ? ~found : found + 1) is var next
        && next < failing.Count
        && failing[next] < place.Start;

    private List<int> Failing(Image image)
    {
        if (!places.TryGetValue(image, out var failing))
        {
            places[image] = failing = [
                .. Of(image)
                    .Where(copy => copy is { Answer.IsMissing: true, IsConditional: false, IsAssumed: false })
                    .Select(copy => copy.Span.Start)
                    .Order(),
            ];
        }

        return failing;
    }

    /// <summary>
    /// Another caller builds the same Dockerfile with a context that holds all that it copies, and this one's does not, or only if an earlier command makes it: its package is
    /// not the one that is meant.
    /// </summary>
    public bool MeansAnotherContext(Image image) =>
        !Holds(image) && images.Value[image.Dockerfile].Any(other => other.Build.Context != image.Build.Context && Holds(other));

    private bool Holds(Image image) => Of(image).All(copy => copy.Answer.Presence == Presence.Present);

    private IReadOnlyList<PathUse> Of(Image image)
    {
        if (!known.TryGetValue(image, out var copies))
        {
            known[image] = copies = [.. CopySources.Of(image, deployment.Tree).Where(use => use.Role == PathRole.CopySource)];
        }

        return copies;
    }
}
