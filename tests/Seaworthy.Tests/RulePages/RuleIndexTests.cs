using Seaworthy.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.RulePages;

public sealed class RuleIndexTests
{
    [Fact]
    public void Every_page_that_the_index_links_to_exists()
    {
        using StringWriter index = new();
        RuleIndex.Write(index);
        var links = Lines(index.ToString())
            .Where(line => line.Contains("](", StringComparison.Ordinal))
            .Select(line => line.Split("](")[1].Split(')')[0]);

        Assert.DoesNotContain(links, link => !File.Exists(Path.Combine(RepositoryRoot.Path, "docs", link)));
    }

    private static IReadOnlyList<string> Lines(string text) => text.Split('\n');
}
