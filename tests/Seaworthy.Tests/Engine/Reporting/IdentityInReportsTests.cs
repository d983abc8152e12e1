using System.Text;
using System.Text.Json;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Seaworthy.Tests.Engine.Reporting.Html;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

/// <summary>A report that was saved still says whose it is.</summary>
public sealed class IdentityInReportsTests : IDisposable
{
    private const string Compose = "services:\n  api:\n    image: a:1\n  api:\n    image: a:2\n";

    private readonly ScratchRepository scratch = new ScratchRepository().Init().Write("deploy/compose.yaml", Compose).Commit();

    [Fact]
    public void Html_names_repository_commit_branch_directory_and_version_in_its_title_head_and_foot()
    {
        var (report, commit) = Audited("https://user:hunter2hunter2@github.com/acme/shop.git");
        var page = HtmlSample.Page(report);

        Assert.Contains(
            $"<title>acme/shop at {commit[..7]}, deploy: deployment audit by Seaworthy {ProductVersion.Text}</title>",
            page,
            StringComparison.Ordinal
        );
        var head = page.Split("<p class=\"eyebrow\">")[1].Split("</p>")[0];
        var foot = page.Split("<footer>")[1];
        Assert.All(
            [head, foot],
            part =>
                Assert.All(
                    ["acme/shop", "main", commit[..7], "deploy", ProductVersion.Text],
                    word => Assert.Contains(word, part, StringComparison.Ordinal)
                )
        );
        Assert.DoesNotContain("hunter2", page, StringComparison.Ordinal);
        Assert.DoesNotContain(scratch.Root, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_lead_to_the_line_at_the_host_as_long_as_the_file_is_as_it_was_committed()
    {
        var (report, commit) = Audited("git@github.com:acme/shop.git");
        var link = $"href=\"https://github.com/acme/shop/blob/{commit}/deploy/compose.yaml#L4\" rel=\"noreferrer\"";
        Assert.Contains(link, HtmlSample.Page(report), StringComparison.Ordinal);

        scratch.Write("deploy/compose.yaml", Compose + "# more\n");
        var changed = HtmlSample.Page(Audited().Report);
        Assert.DoesNotContain("/blob/", changed, StringComparison.Ordinal);
        Assert.Contains("with local changes", changed, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Sarif_and_Markdown_name_it_as_well()
    {
        var (report, commit) = Audited("https://user:hunter2hunter2@gitlab.com/group/shop.git");

        using MemoryStream json = new();
        JsonReport.Write(report, json);
        var repository = JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("repository");
        Assert.Equal(
            ("group/shop", commit, "main"),
            (
                repository.GetProperty("name").GetString(),
                repository.GetProperty("commit").GetString(),
                repository.GetProperty("branch").GetString()
            )
        );

        using MemoryStream sarif = new();
        SarifReport.Write(report, sarif);
        var version = Assert.Single(
            JsonDocument.Parse(sarif.ToArray()).RootElement.GetProperty("runs")[0].GetProperty("versionControlProvenance").EnumerateArray()
        );
        Assert.Equal(
            ("https://gitlab.com/group/shop", commit, "main"),
            (
                version.GetProperty("repositoryUri").GetString(),
                version.GetProperty("revisionId").GetString(),
                version.GetProperty("branch").GetString()
            )
        );

        using StringWriter markdown = new();
        MarkdownReport.Write(report, markdown);
        Assert.StartsWith(
            $"# Deployment audit\n\ngroup/shop · main · commit {commit[..7]} · directory deploy · Seaworthy {ProductVersion.Text}\n",
            markdown.ToString().Replace("`", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.All(
            [Encoding.UTF8.GetString(json.ToArray()), Encoding.UTF8.GetString(sarif.ToArray()), markdown.ToString()],
            text => Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal)
        );
    }

    public void Dispose() => scratch.Dispose();

    private (Report Report, string Commit) Audited(string? remote = null)
    {
        if (remote is not null)
        {
            scratch.Git("remote", "add", "origin", remote);
        }

        using DirectoryRepository repository = new(Path.Combine(scratch.Root, "deploy"));
        return (Audit.Run(repository), scratch.Git("rev-parse", "HEAD").Trim());
    }
}
