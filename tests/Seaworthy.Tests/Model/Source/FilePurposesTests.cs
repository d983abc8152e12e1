using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class FilePurposesTests
{
    [Theory]
    [InlineData("api/Dockerfile.original", "Dockerfile.original")]
    [InlineData("nginx.conf.bak", "nginx.conf.bak")]
    [InlineData("Dockerfile.bak_20260312", "Dockerfile.bak_20260312")]
    [InlineData("archive/compose.yaml", "archive")]
    [InlineData("api/Dockerfile.prod", null)]
    [InlineData("original/Dockerfile", null)]
    public void What_is_kept_aside_looks_retired(string path, string? expected) =>
        Assert.Equal(expected, FilePurposes.In(path, FilePurpose.Retired));

    [Theory]
    [InlineData("lab/cdc/Dockerfile", "lab")]
    [InlineData("experiments/compose.yaml", "experiments")]
    [InlineData("labels/compose.yaml", null)]
    [InlineData("_examples/compose.yaml", "_examples")]
    [InlineData("fabric-samples/compose.yaml", "fabric-samples")]
    [InlineData("{{cookiecutter.slug}}/compose.yaml", "{{cookiecutter.slug}}")]
    [InlineData(".claude/settings.json", null)]
    [InlineData("examples.yaml", null)]
    [InlineData("api/src/main/java/com/example/api/Dockerfile", null)]
    public void What_is_shown_or_tried_is_not_deployed(string path, string? expected) =>
        Assert.Equal(expected, FilePurposes.In(path, FilePurpose.Shown));

    [Theory]
    [InlineData("vendor/github.com/docker/docker/Dockerfile", "vendor")]
    [InlineData("tools/vendor/golang.org/x/net/Makefile", "vendor")]
    [InlineData("src/third_party/grpc/Dockerfile", "third_party")]
    [InlineData("services/vendor/Dockerfile", null)]
    [InlineData("vendor/orders/Dockerfile", null)]
    [InlineData("apps/multivendor/github.com.txt", null)]
    public void What_others_wrote_lies_below_the_name_of_a_host(string path, string? directory) =>
        Assert.Equal(directory, FilePurposes.In(path, FilePurpose.Vendored));

    [Theory]
    [InlineData("tests/compose.yaml", "tests")]
    [InlineData("api/_unit-test/compose.yaml", "_unit-test")]
    [InlineData("Api.Tests/appsettings.json", "Api.Tests")]
    [InlineData("systest/compose.yaml", "systest")]
    [InlineData("benchmarks/compose.yaml", "benchmarks")]
    [InlineData("latest/compose.yaml", null)]
    [InlineData("speedtest/compose.yaml", null)]
    [InlineData("specs/openapi.yaml", null)]
    public void A_directory_is_for_tests(string path, string? expected) => Assert.Equal(expected, FilePurposes.In(path, FilePurpose.Test));

    [Theory]
    [InlineData(".github/workflows/old.yml")]
    [InlineData(".github/workflows/backup-old.yml")]
    public void Github_runs_its_workflows_whatever_they_are_called(string path) =>
        Assert.Null(FilePurposes.In(path, FilePurpose.Aside | FilePurpose.NoProgram));

    [Theory]
    [InlineData("pods", FilePurpose.None)]
    [InlineData("Pods", FilePurpose.Installed)]
    [InlineData("Docs", FilePurpose.Documentation)]
    public void A_name_says_the_same_in_any_case_but_for_pods(string name, FilePurpose expected) =>
        Assert.Equal(expected, FilePurposes.OfName(name));
}
