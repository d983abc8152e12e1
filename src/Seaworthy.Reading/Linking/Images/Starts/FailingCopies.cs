using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Builds that end at a COPY whose source is not in their context: what would have come behind it is no second fault.</summary>
internal sealed class FailingCopies(Deployment deployment)
{
    private readonly Dictionary<Image, IReadOnlyList<SourceSpan>> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>A COPY that fails stands in the stage before a place.</summary>
    public bool StopBefore(Image image, ImageStage stage, SourceSpan place) =>
        Of(image).Any(copy => copy.Start > stage.Declared.Span.Start && copy.Start < place.Start);

    /// <summary>Another caller builds the same Dockerfile with a context that holds what it copies: this one's package is not the one that is meant.</summary>
    public bool MeansAnotherContext(Image image) =>
        Of(image).Count > 0
        && deployment.Images.Any(other =>
            ReferenceEquals(other.Dockerfile, image.Dockerfile) && other.Build.Context != image.Build.Context && Of(other).Count == 0
        );

    private IReadOnlyList<SourceSpan> Of(Image image)
    {
        if (!known.TryGetValue(image, out var copies))
        {
            known[image] = copies = [
                .. CopySources
                    .Of(image, deployment.Tree)
                    .Where(use => use is { Role: PathRole.CopySource, Answer.IsMissing: true, IsConditional: false, IsAssumed: false })
                    .Select(use => use.Span),
            ];
        }

        return copies;
    }
}
