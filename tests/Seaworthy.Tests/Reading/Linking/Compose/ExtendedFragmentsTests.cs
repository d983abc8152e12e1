using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Compose;

public sealed class ExtendedFragmentsTests
{
    private const string Taker = """
        services:
          db:
            extends:
              file: docker/db/compose.yaml
              service: db
        """;

    private const string Taken = """
        services:
          db:
            image: postgres:17
        """;

    [Theory]
    [InlineData("README.md", "# Shop\n")]
    [InlineData("README.md", "```sh\ndocker compose -f compose.prod.yaml up -d\n```\n")]
    public void A_file_that_is_only_taken_from_is_no_project(string path, string text) =>
        Assert.Equal(["compose.prod.yaml"], Projects(("docker/db/compose.yaml", Taken), (path, text)));

    [Theory]
    [InlineData("README.md", "```sh\ncd docker/db\ndocker compose up -d\n```\n")]
    [InlineData("README.md", "```sh\ndocker compose -f docker/db/compose.yaml up -d\n```\n")]
    [InlineData("docker/db/README.md", "```sh\ndocker compose up -d\n```\n")]
    [InlineData("start.sh", "#!/bin/sh\ncd docker/db && docker compose up -d\n")]
    [InlineData(
        ".github/workflows/test.yml",
        "on: push\njobs:\n  test:\n    steps:\n      - run: docker compose -f docker/db/compose.yaml up -d\n"
    )]
    public void One_that_somebody_starts_by_itself_is_a_project(string path, string text) =>
        Assert.Contains("docker/db/compose.yaml", Projects(("docker/db/compose.yaml", Taken), (path, text)));

    [Fact]
    public void Nor_is_one_a_fragment_that_has_more_than_others_take() =>
        Assert.Contains(
            "docker/db/compose.yaml",
            Projects(("docker/db/compose.yaml", Taken + "\n  admin:\n    image: adminer:5\n"), ("README.md", "# Shop\n"))
        );

    private static IEnumerable<string> Projects(params IEnumerable<(string, string)> files) =>
        Linked
            .Repository(files.Prepend(("compose.prod.yaml", Taker)))
            .ComposeStacks.Select(stack => stack.Name)
            .Order(StringComparer.Ordinal);
}
