using System.Xml.Linq;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>One direction, no way back: the graph of projects is the architecture.</summary>
public sealed class ProjectReferenceTests
{
    [Theory]
    [InlineData("Model")]
    [InlineData("Reading", "Model")]
    [InlineData("Rules", "Model")]
    [InlineData("Engine", "Reading", "Rules")]
    [InlineData("Deploying", "Engine")]
    [InlineData("LanguageServer", "Engine")]
    [InlineData("Cli", "Engine", "Deploying", "LanguageServer")]
    public void A_project_uses_only_what_stands_below_it(string project, params string[] allowed)
    {
        var wrong = References(project)
            .Except(allowed, StringComparer.Ordinal)
            .Select(used =>
                $"Seaworthy.{project} must not reference Seaworthy.{used}: what it needs from there is a fact or a link that the model lacks"
            );

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_has_its_place()
    {
        string[] known = ["Cli", "Deploying", "Engine", "LanguageServer", "Model", "Reading", "Rules"];

        Assert.Equal(
            known,
            Directory
                .EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "src"), "Seaworthy.*")
                .Select(path => Path.GetFileName(path)["Seaworthy.".Length..])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_model_needs_no_package()
    {
        Assert.Empty(Project("Model").Descendants("PackageReference"));
    }

    private static IEnumerable<string> References(string project) =>
        Project(project)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? "")["Seaworthy.".Length..]);

    private static XDocument Project(string project) =>
        XDocument.Load(Path.Combine(RepositoryRoot.Path, "src", $"Seaworthy.{project}", $"Seaworthy.{project}.csproj"));
}
