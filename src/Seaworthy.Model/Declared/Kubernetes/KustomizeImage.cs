using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Another name, tag or digest for an image.</summary>
/// <param name="Name">The image's name in the manifests, without a tag.</param>
public sealed record KustomizeImage(Fact<string> Name, Fact<string>? NewName, Fact<string>? NewTag, Fact<string>? Digest, SourceSpan Span);
