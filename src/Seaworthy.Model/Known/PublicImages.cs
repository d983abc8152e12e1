namespace Seaworthy.Model.Known;

/// <summary>Public images that deployments use most, found by reference.</summary>
public static class PublicImages
{
    /// <summary>What is known of an image, with what its tag changes; null for an image that is not in the table.</summary>
    public static PublicImage? Find(ImageReference reference) => null;

    /// <summary>The same for a literal name, such as <c>postgres:16-alpine</c>.</summary>
    public static PublicImage? Find(string reference) => ImageReference.Parse(reference) is { } parsed ? Find(parsed) : null;
}
