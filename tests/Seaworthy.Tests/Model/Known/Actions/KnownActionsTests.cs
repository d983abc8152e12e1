using Seaworthy.Model.Known.Actions;
using Xunit;

namespace Seaworthy.Tests.Model.Known.Actions;

public sealed class KnownActionsTests
{
    [Fact]
    public void Rows_agree_with_themselves()
    {
        Assert.All(
            KnownActions.All,
            action =>
            {
                Assert.Equal(action.Name.ToLowerInvariant(), action.Name);
                Assert.Subset(action.Inputs.ToHashSet(), action.Required.ToHashSet());
                Assert.Subset(action.Inputs.ToHashSet(), action.Purposes.Select(use => use.Input).ToHashSet());
                Assert.True(action.RetiredThrough == 0 || action.RetiredThrough < action.LatestMajor, action.Name);
                Assert.True(action.Runtimes.All(runtime => runtime.Major <= action.LatestMajor), action.Name);
            }
        );
    }

    [Fact]
    public void Caches_belong_to_actions_with_that_input()
    {
        Assert.All(CacheLockFiles.All, cache => Assert.Contains("cache", KnownActions.Find(cache.Action)?.Inputs ?? []));
    }

    [Fact]
    public void The_analysis_of_an_old_version_runs_without_support()
    {
        Assert.Equal(
            (0, 2),
            (
                KnownActions.Find("github/codeql-action/init")?.RetiredThrough,
                KnownActions.Find("github/codeql-action/init")?.UnsupportedThrough
            )
        );
    }

    [Theory]
    [InlineData("actions/upload-artifact", 3)]
    [InlineData("actions/cache", 2)]
    public void Retired_versions_are_known(string name, int through)
    {
        Assert.Equal(through, KnownActions.Find(name)?.RetiredThrough);
    }

    [Fact]
    public void Paths_and_successors_are_known()
    {
        Assert.Equal(ActionInputPurpose.Directory, KnownActions.Find("Docker/Build-Push-Action")?.PurposeOf("context"));
        Assert.Equal("aquasecurity/trivy-action", KnownActions.Find("aquasec/trivy-action")?.Replacement);
        Assert.Equal("dtolnay/rust-toolchain", KnownActions.Find("actions-rs/toolchain")?.Replacement);
        Assert.NotNull(RetiredRunners.Find("ubuntu-20.04"));
        Assert.Null(RetiredRunners.Find("ubuntu-24.04"));
    }
}
