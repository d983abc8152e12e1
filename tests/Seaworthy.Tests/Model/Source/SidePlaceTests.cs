using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class SidePlaceTests
{
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
}
