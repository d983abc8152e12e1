using Seaworthy.Reading.Linking.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Compose;

public sealed class ComposeDefaultsTests
{
    [Theory]
    [InlineData("a/docker-compose.yml a/compose.yaml a/x", "a", "a/compose.yaml")]
    [InlineData("docker-compose.yml docker-compose.override.yml", "", "docker-compose.yml docker-compose.override.yml")]
    [InlineData("docker-compose.yml compose.override.yaml", "", "docker-compose.yml compose.override.yaml")]
    [InlineData("docker-compose.override.yml", "", "")]
    [InlineData("docker-compose.prod.yml", "", "")]
    [InlineData("compose.yml", "a/b", "compose.yml")]
    public void Default_files_are_found_by_name(string present, string directory, string expected)
    {
        var files = present.Split(' ').ToHashSet(StringComparer.Ordinal);

        Assert.Equal(expected, string.Join(' ', ComposeDefaults.FilesFor(directory, files.Contains)));
    }

    [Fact]
    public void The_environment_may_name_the_files()
    {
        Assert.Equal(["d/a.yml", "b.yml"], ComposeDefaults.FilesNamedBy("a.yml:../b.yml", ":", "d"));
    }
}
