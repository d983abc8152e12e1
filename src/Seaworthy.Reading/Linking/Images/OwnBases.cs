using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Calls;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>
/// Images of this repository that others are built upon: <c>docker build -t shop-base:1.0 -f base.Dockerfile .</c> in a script, and <c>FROM shop-base:1.0</c> elsewhere. A name that two Dockerfiles are
/// built under, and one of a known public image, is not followed.
/// </summary>
internal sealed class OwnBases
{
    private readonly Dictionary<ImageReference, Image> byName;

    private OwnBases(Dictionary<ImageReference, Image> byName) => this.byName = byName;

    public static OwnBases None { get; } = new([]);

    /// <param name="calls">Every build, with the names that it gives.</param>
    /// <param name="images">What they build.</param>
    public static OwnBases Of(IEnumerable<BuildCall> calls, IEnumerable<Image> images)
    {
        var byPlace = images
            .SelectMany(image => image.Build.Places, (image, place) => new { image, place })
            .ToLookup(pair => pair.place, pair => pair.image);
        var named =
            from call in calls
            from tag in call.Tags
            let name = Whole(tag)
            where name is not null
            group call by name into same
            where same.Select(call => call.Dockerfile).Distinct(StringComparer.Ordinal).Count() == 1
            let image = same.SelectMany(call => byPlace[call.Span]).FirstOrDefault()
            where image is not null
            select new { same.Key, image };
        return new OwnBases(named.ToDictionary(pair => pair.Key, pair => pair.image));
    }

    /// <summary>The image that a FROM names; null for a stage, for a public image, and for one that the stage's own Dockerfile builds.</summary>
    public Image? Find(string? reference, DockerStage stage) =>
        byName.Count > 0
        && reference is not null
        && Whole(reference) is { } name
        && byName.GetValueOrDefault(name) is { } image
        && image.Dockerfile.File != stage.Span.File
        && PublicImages.Find(reference) is null
            ? image
            : null;

    /// <summary>One of them is built from the Dockerfile.</summary>
    public bool Has(Dockerfile file) => byName.Values.Any(image => ReferenceEquals(image.Dockerfile, file));

    /// <summary>The Dockerfiles that are built upon one of them.</summary>
    public IReadOnlyList<Dockerfile> Upper(IEnumerable<Dockerfile> files) =>
        byName.Count == 0 ? [] : [.. files.Where(file => file.Stages.Any(stage => Find(stage.Base.Literal, stage) is not null))];

    // Source: Docker documentation, "docker image tag": without a tag, it is latest.
    private static ImageReference? Whole(string reference) =>
        ImageReference.Parse(reference) is { } parsed ? parsed with { Tag = parsed.EffectiveTag } : null;
}
