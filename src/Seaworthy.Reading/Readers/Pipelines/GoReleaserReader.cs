using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the images of <c>.goreleaser.yml</c>.</summary>
/// <remarks>Source: GoReleaser documentation, "Docker Images" (<c>dockers</c>, <c>dockers_v2</c>): paths from the root of the project; without one it is <c>Dockerfile</c>.</remarks>
internal sealed class GoReleaserReader : Reader
{
    private const string Usual = "Dockerfile";

    public override bool Accepts(string path) => YamlOfTools.ToolOf(path) == "GoReleaser";

    /// <summary>A file with faults counts as the kind that its name says.</summary>
    public override Artifact? Read(FileSyntax file)
    {
        if (file.Yaml.Problems.Count > 0)
        {
            return null;
        }

        List<Fact<string>> dockerfiles =
        [
            .. from key in (string[])["dockers", "dockers_v2"]
            from image in file.Yaml.Root?[key]?.Items ?? []
            select image["dockerfile"]?.Fact ?? new Fact<string>(Usual, image.Span),
        ];
        return dockerfiles.Count == 0 ? null : new GoReleaserConfig(file.File, dockerfiles);
    }
}
