using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Documents;

/// <summary>A text for people: a README, a page of documentation. It runs nothing, and tells people how to deploy.</summary>
public sealed partial record Document(SourceFile File) : Artifact(File)
{
    /// <summary>The commands of its code blocks, each block a script of its own.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; init; } = [];

    /// <summary>Commands of Docker within a sentence: <c>then run `docker compose up -d`</c>.</summary>
    public IReadOnlyList<ShellCommand> InlineCommands { get; init; } = [];

    /// <summary>Its headings, in their order.</summary>
    public IReadOnlyList<DocumentHeading> Headings { get; init; } = [];

    /// <summary>Names of variables, wherever they stand.</summary>
    public IReadOnlySet<string> Variables { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Files that a line tells people to download, create or put somewhere, as written.</summary>
    public IReadOnlyList<Fact<string>> FilesToPlace { get; init; } = [];

    /// <summary>What its lines say compose files are for.</summary>
    public IReadOnlyList<ComposeDescription> ComposeDescriptions { get; init; } = [];

    /// <summary>The line that says that the cluster is one node.</summary>
    public SourceSpan? SingleNode { get; init; }

    /// <summary>The first home directory of a Mac, <c>/Users/anna/</c>: people run there what it tells.</summary>
    public SourceSpan? MacHome =>
        HomeOnMac().Match(File.Text) is { Success: true } home ? new SourceSpan(File, home.Index, home.Length) : null;

    /// <summary>It names Docker Desktop, whose cluster has the images that are built there.</summary>
    public bool NamesDockerDesktop => File.Text.Contains("Docker Desktop", StringComparison.OrdinalIgnoreCase);

    /// <summary>Repositories on GitHub whose own pages it links, or that it says to clone: <c>acme/shop</c> of <c>github.com/acme/shop/actions</c>. One of them may come several times.</summary>
    public IEnumerable<Fact<string>> LinkedRepositories =>
        PagesOfRepository()
            .Matches(File.Text)
            .Select(match => match.Groups["name"])
            .Select(name => new Fact<string>(name.Value, new SourceSpan(File, name.Index, name.Length)));

    /// <summary>The headings below which a place stands, the innermost first.</summary>
    public IEnumerable<DocumentHeading> HeadingsOver(SourceSpan place)
    {
        var level = int.MaxValue;
        foreach (var heading in Headings.Reverse().Where(heading => heading.Span.Start <= place.Start))
        {
            if (heading.Level < level)
            {
                level = heading.Level;
                yield return heading;
            }
        }
    }

    // A page that visitors of the repository itself are led to, or the address after "git clone".
    [GeneratedRegex(
        @"github\.com/(?<name>[A-Za-z0-9-]+/[A-Za-z0-9._-]+)/(actions|releases|issues|pulls|stargazers|workflows|network|graphs)\b|git clone (https://github\.com/|git@github\.com:)(?<name>[A-Za-z0-9-]+/[A-Za-z0-9_-]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PagesOfRepository();

    [GeneratedRegex("""[\s"'`(]/Users/\w+/""", RegexOptions.None, 1000)]
    private static partial Regex HomeOnMac();
}
