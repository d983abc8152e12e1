using Seaworthy.Engine;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Rules;

/// <summary>One Dockerfile with several callers: each is told with the arguments that it passes itself.</summary>
public sealed class CallerTests
{
    [Fact]
    public void A_caller_is_not_told_to_pass_what_another_one_passes()
    {
        using MemoryRepository repository = new([
            new MemoryFile("Dockerfile", "FROM node:22-alpine\nRUN echo a\n"),
            new MemoryFile("compose.yaml", "services:\n  api:\n    build:\n      context: .\n      args:\n        FIRST: a\n"),
            new MemoryFile(
                ".github/workflows/build.yml",
                "on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          build-args: |\n            SECOND=b\n"
            ),
        ]);

        var report = Audit.Run(repository);

        var message = string.Join(
            '\n',
            report
                .Findings.Where(finding => finding.Rule.Id == "containers/undeclared-build-argument" && finding.IsFault)
                .Select(finding => finding.Verdict.Message)
        );
        Assert.Contains("compose.yaml passes the build argument FIRST, but", message, StringComparison.Ordinal);
        Assert.Contains("build.yml: build also passes SECOND.", message, StringComparison.Ordinal);
    }
}
