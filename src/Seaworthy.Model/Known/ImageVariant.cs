namespace Seaworthy.Model.Known;

/// <summary>A family of tags that differ from the image's row.</summary>
/// <param name="Mark">What the tag holds as one of its parts between dashes, dots left alone: <c>alpine</c>, <c>slim</c>, <c>management</c>.</param>
/// <param name="Apply">The row for such a tag.</param>
public sealed record ImageVariant(string Mark, Func<PublicImage, PublicImage> Apply);
