using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Importing;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Importing;

public sealed class ImportedBaseTests
{
    private static readonly MemoryFile[] Before =
    [
        new("api/Dockerfile", "FROM alpine:3.20\nRUN apk add curl\nRUN apk add curl\n"),
        new("lock.json", "{}\n"),
        new("tools/Dockerfile.tool", "FROM alpine:3.20\nRUN apk add git\n"),
    ];

    private static readonly MemoryFile[] After =
    [
        new(
            "api/Dockerfile",
            "# syntax=docker/dockerfile:1\nFROM alpine:3.20\nRUN  apk add curl\nRUN apk add jq\nRUN apk add curl\nRUN apk add curl\n"
        ),
        new("lock.json", "{ }\n"),
        new("new/Dockerfile.tool", "FROM alpine:3.20\nRUN apk add git\n"),
        new("fresh/Dockerfile", "FROM alpine:3.20\nRUN apk add git\n"),
    ];

    [Theory]
    [InlineData("api/Dockerfile", 3, ChangeKind.Left)]
    [InlineData("api/Dockerfile", 5, ChangeKind.Left)]
    [InlineData("api/Dockerfile", 4, ChangeKind.Broken)]
    [InlineData("api/Dockerfile", 6, ChangeKind.Broken)]
    [InlineData("/home/ci/build/api/Dockerfile", 4, ChangeKind.Broken)]
    [InlineData("lock.json", 1, ChangeKind.Broken)]
    [InlineData("lock.json", 0, ChangeKind.Left)]
    [InlineData("new/Dockerfile.tool", 2, ChangeKind.Left)]
    [InlineData("fresh/Dockerfile", 2, ChangeKind.Broken)]
    [InlineData("fresh/Dockerfile", 0, ChangeKind.Broken)]
    [InlineData("usr/lib/of-the-image.so", 1, ChangeKind.Left)]
    public void What_stands_in_a_line_of_the_change_is_new(string path, int line, ChangeKind expected)
    {
        var change = Assert.Single(Changes(Sarif.Of("Hadolint", Sarif.Result("DL1001", "error", path, line))));

        Assert.Equal(expected, change.Kind);
    }

    [Fact]
    public void What_both_sides_were_asked_for_is_compared_as_it_is()
    {
        var head = Sarif.Of("Hadolint", Sarif.Result("DL1001", "error", "api/Dockerfile", 4));

        var changes = Changes(head, Sarif.Of("Hadolint", Sarif.Result("DL1002", "error", "lock.json", 1)));

        Assert.Equal(
            [(ChangeKind.Broken, "hadolint/DL1001"), (ChangeKind.Fixed, "hadolint/DL1002")],
            changes.Select(change => (change.Kind, change.Shown.Rule.Id))
        );
    }

    private static IReadOnlyList<FindingChange> Changes(ImportedLog head, ImportedLog? known = null)
    {
        using MemoryRepository before = new(Before);
        using MemoryRepository after = new(After);
        var then = known is not null ? [known] : ImportedBase.Of([head], before, before.List().Tree, after, after.List().Tree);
        return
        [
            .. Comparison
                .Of(Audit.Run(before, new AuditOptions { Imports = then }), Audit.Run(after, new AuditOptions { Imports = [head] }))
                .Changes.Where(change => change.Shown.Rule.Tool is not null),
        ];
    }
}
