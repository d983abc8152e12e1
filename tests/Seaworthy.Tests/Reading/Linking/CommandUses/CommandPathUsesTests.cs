using Seaworthy.Model.Topology;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.CommandUses;

public sealed class CommandPathUsesTests
{
    [Theory]
    [InlineData("python tools/gen.py > conf.yml\ncat conf.yml", Presence.Unknown)]
    [InlineData("cat conf.yml\necho x > conf.yml", Presence.Absent)]
    [InlineData("git clone https://example.com/a .\ncat conf.yml", Presence.Unknown)]
    [InlineData("mkdir -p a/conf.yml\ncat conf.yml", Presence.Unknown)]
    public void What_an_earlier_command_may_make_is_not_missing(string script, Presence presence) =>
        Assert.Equal(presence, Uses(("run.sh", "#!/bin/sh\n" + script)).Single(use => use.Path == "conf.yml").Answer.Presence);

    [Theory]
    [InlineData("npm ci", Presence.Absent)]
    [InlineData("npm install\nnpm ci", Presence.Unknown)]
    public void A_lock_file_is_made_by_an_installation_only(string script, Presence presence) =>
        Assert.Equal(
            presence,
            Uses(("run.sh", "#!/bin/sh\n" + script), ("package.json", "{}")).Single(use => use.Role == PathRole.LockFile).Answer.Presence
        );

    [Fact]
    public void A_job_without_a_checkout_has_no_files_to_miss() =>
        Assert.Equal(
            Presence.Unknown,
            Uses((".github/workflows/a.yml", "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ./scripts/a.sh\n"))
                .Single(use => use.Role == PathRole.Script)
                .Answer.Presence
        );

    [Fact]
    public void The_directory_of_a_step_counts_for_its_commands()
    {
        const string Workflow =
            "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - run: cd scripts && ./a.sh\n        working-directory: api\n";

        var use = Uses((".github/workflows/a.yml", Workflow), ("api/scripts/a.sh", "#!/bin/sh\n"))
            .Single(found => found.Role == PathRole.Script);

        Assert.Equal((Presence.Present, "api/scripts/a.sh"), (use.Answer.Presence, use.Answer.Looked));
    }

    private static IReadOnlyList<PathUse> Uses(params IEnumerable<(string Path, string Text)> files)
    {
        using MemoryRepository repository = new([.. files.Select(file => new MemoryFile(file.Path, file.Text))]);
        return new DeploymentReader().Read(repository).Deployment.Paths;
    }
}
