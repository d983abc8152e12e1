using Seaworthy.Rules.Pipelines;
using Xunit;

namespace Seaworthy.Tests.Rules.Pipelines;

public sealed class TagRuleTests
{
    [Theory]
    [InlineData("type=sha", true)]
    [InlineData("type=sha,prefix=,format=short", true)]
    [InlineData("type=sha,format=long", false)]
    [InlineData("type=ref,event=branch", false)]
    [InlineData("latest", false)]
    public void Knows_which_ids_are_cut_short(string line, bool isShort) => Assert.Equal(isShort, new TagRule(line).IsShortCommit);

    [Theory]
    [InlineData("type=sha,format=long", "sha-", true)]
    [InlineData("type=sha,format=long,prefix=", "", true)]
    [InlineData("type=sha,format=long,prefix={{branch}}-", "main-", true)]
    [InlineData("type=sha,format=long", "", false)]
    [InlineData("type=sha", "sha-", false)]
    [InlineData("type=raw,value=${{ github.sha }}", "", true)]
    [InlineData("type=raw,value=v-${{ github.sha }}", "v-", true)]
    public void Knows_which_tags_hold_the_whole_id(string line, string prefix, bool gives) =>
        Assert.Equal(gives, new TagRule(line).GivesCommit(prefix));

    [Theory]
    [InlineData("type=raw,value=${{ steps.version.outputs.tag }}", true)]
    [InlineData("type=sha,prefix=${{ matrix.os }}-", true)]
    [InlineData("value=latest", true)]
    [InlineData("type=raw,value=latest,enable=${{ github.ref == 'refs/heads/main' }}", false)]
    [InlineData("type=semver,pattern={{version}}", false)]
    public void Knows_what_only_the_run_knows(string line, bool isUnknown) => Assert.Equal(isUnknown, new TagRule(line).IsUnknown);

    [Theory]
    [InlineData("type=ref,event=branch", true)]
    [InlineData("type=sha", true)]
    [InlineData("type=raw,value=edge", true)]
    [InlineData("type=ref,event=pr", false)]
    [InlineData("type=raw,value=latest,enable={{is_default_branch}}", false)]
    [InlineData("type=semver,pattern={{version}}", false)]
    [InlineData("# latest", false)]
    public void Knows_what_every_push_gives(string line, bool gives) => Assert.Equal(gives, new TagRule(line).IsOnEveryPush);
}
