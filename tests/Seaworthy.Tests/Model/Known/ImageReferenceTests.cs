using Seaworthy.Model.Known;
using Xunit;

namespace Seaworthy.Tests.Model.Known;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("nginx", "docker.io", "nginx", null, null)]
    [InlineData("library/nginx:1.27", "docker.io", "nginx", "1.27", null)]
    [InlineData("docker.io/library/nginx", "docker.io", "nginx", null, null)]
    [InlineData("bitnami/redis:7", "docker.io", "bitnami/redis", "7", null)]
    [InlineData("ghcr.io/o/r:v1", "ghcr.io", "o/r", "v1", null)]
    [InlineData("localhost:5000/app", "localhost:5000", "app", null, null)]
    [InlineData("localhost/app:x", "localhost", "app", "x", null)]
    [InlineData("a/b@sha256:ab", "docker.io", "a/b", null, "sha256:ab")]
    [InlineData("gcr.io/p/a/b:1@sha256:ab", "gcr.io", "p/a/b", "1", "sha256:ab")]
    public void Names_are_taken_apart(string text, string registry, string repository, string? tag, string? digest)
    {
        var reference = ImageReference.Parse(text);

        Assert.Equal((registry, repository, tag, digest), (reference?.Registry, reference?.Repository, reference?.Tag, reference?.Digest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("${IMAGE}:1")]
    [InlineData("app:${TAG}")]
    [InlineData("App")]
    [InlineData("app:")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a b")]
    public void What_is_no_name_is_null(string text) => Assert.Null(ImageReference.Parse(text));

    [Fact]
    public void No_tag_means_latest_unless_a_digest_stands_there()
    {
        Assert.Equal("latest", ImageReference.Parse("a")?.EffectiveTag);
        Assert.Equal("", ImageReference.Parse("a@sha256:ab")?.EffectiveTag);
    }
}
