using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class SidePlaceTests
{
    [Theory]
    [InlineData("api/Dockerfile.original", "Dockerfile.original")]
    [InlineData("nginx.conf.bak", "nginx.conf.bak")]
    [InlineData("archive/compose.yaml", "archive")]
    [InlineData("api/Dockerfile.prod", null)]
    [InlineData("original/Dockerfile", null)]
    public void What_is_kept_aside_looks_retired(string path, string? expected) => Assert.Equal(expected, SidePlace.RetiredIn(path));

    [Theory]
    [InlineData("lab/cdc/Dockerfile", "lab")]
    [InlineData("experiments/compose.yaml", "experiments")]
    [InlineData("labels/compose.yaml", null)]
    public void What_is_shown_or_tried_is_not_deployed(string path, string? expected) => Assert.Equal(expected, SidePlace.SampleIn(path));
}
