using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class SidePlaceTests
{
    [Theory]
    [InlineData("api/Dockerfile.original", "Dockerfile.original")]
    [InlineData("nginx.conf.bak", "nginx.conf.bak")]
    [InlineData("Dockerfile.bak_20260312", "Dockerfile.bak_20260312")]
    [InlineData("archive/compose.yaml", "archive")]
    [InlineData("api/Dockerfile.prod", null)]
    [InlineData("original/Dockerfile", null)]
    public void What_is_kept_aside_looks_retired(string path, string? expected) => Assert.Equal(expected, SidePlace.RetiredIn(path));

    [Theory]
    [InlineData("# The old dashboard\n# NOTE: this compose file is kept for legacy reference only.\nservices: {}\n", true)]
    [InlineData("services: {} # this file is deprecated\n", false)]
    [InlineData("# the key version is deprecated\nservices: {}\n", false)]
    public void The_head_of_a_file_may_say_that_it_is_retired(string text, bool expected) =>
        Assert.Equal(expected, SidePlace.IsRetired(new SourceFile("compose.yaml", text)));

    [Theory]
    [InlineData("name: Deploy (LEGACY - DO NOT USE)\n# kept\non:\n  workflow_dispatch: # by hand\njobs: {}\n", true)]
    [InlineData("name: Deprecated release\non: [workflow_dispatch]\n", true)]
    [InlineData("name: Deprecated release\non:\n  workflow_dispatch:\n    inputs:\n      tag: {}\n", true)]
    [InlineData("name: Legacy browsers\non:\n  push:\n  workflow_dispatch:\n", false)]
    [InlineData("name: Deploy\non:\n  workflow_dispatch:\n", false)]
    public void A_workflow_may_say_in_its_name_that_it_is_retired(string text, bool expected) =>
        Assert.Equal(expected, SidePlace.IsRetired(new SourceFile(".github/workflows/deploy.yml", text)));

    [Theory]
    [InlineData("lab/cdc/Dockerfile", "lab")]
    [InlineData("experiments/compose.yaml", "experiments")]
    [InlineData("labels/compose.yaml", null)]
    public void What_is_shown_or_tried_is_not_deployed(string path, string? expected) => Assert.Equal(expected, SidePlace.SampleIn(path));

    [Theory]
    [InlineData("vendor/github.com/docker/docker/Dockerfile", "vendor")]
    [InlineData("tools/vendor/golang.org/x/net/Makefile", "vendor")]
    [InlineData("src/third_party/grpc/Dockerfile", "third_party")]
    [InlineData("services/vendor/Dockerfile", null)]
    [InlineData("vendor/orders/Dockerfile", null)]
    [InlineData("apps/multivendor/github.com.txt", null)]
    public void What_others_wrote_lies_below_the_name_of_a_host(string path, string? directory) =>
        Assert.Equal(directory, SidePlace.VendoredIn(path));
}
