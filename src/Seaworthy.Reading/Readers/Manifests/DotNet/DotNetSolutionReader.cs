using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.DotNet;

/// <summary>Reads solutions in the old form and in XML: which projects the usual configuration builds and restores.</summary>
/// <remarks>Source: Microsoft Learn, "Solution (.sln) file"; microsoft/vs-solutionpersistence, "slnx". A project without <c>Build.0</c> in the configuration is left out of both.</remarks>
internal sealed class DotNetSolutionReader : Reader
{
    private const string Built = ".Debug|Any CPU.Build.0";

    // Folders of the solution, and web sites, have no project file.
    private static readonly string[] Others = ["2150E333-8FDC-42A3-9474-1A3956D46DE8", "E24C65DC-7377-472B-9ABC-BC803B73C61A"];

    public override bool Accepts(string path) =>
        path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file) =>
        file.File.Name.EndsWith('x') || file.File.Name.EndsWith('X') ? OfXml(file) : OfText(file.File);

    private static DotNetSolution? OfXml(FileSyntax file) =>
        file.Xml.Root is not { Name: "Solution" } root
            ? null
            : new DotNetSolution(
                file.File,
                [
                    .. from project in root.Descendants("Project")
                    where !project.Descendants("Build").Any()
                    let path = project.Attribute("Path")
                    where path is not null
                    select path with
                    {
                        Value = path.Value.Replace('\\', '/'),
                    },
                ]
            )
            {
                Problems = file.Xml.Problems,
            };

    private static DotNetSolution? OfText(SourceFile file)
    {
        if (!file.Text.Contains("Microsoft Visual Studio Solution File", StringComparison.Ordinal))
        {
            return null;
        }

        Dictionary<string, Fact<string>> projects = new(StringComparer.OrdinalIgnoreCase);
        List<Fact<string>> built = [];
        foreach (var line in SourceLine.Of(file))
        {
            if (Project(line) is var (path, id))
            {
                projects.TryAdd(id, path);
            }
            else if (
                line.Text.IndexOf(Built, StringComparison.OrdinalIgnoreCase) is var at and > 0
                && projects.Remove(line.Text[..at].Trim(), out var project)
            )
            {
                built.Add(project);
            }
        }

        return new DotNetSolution(file, built);
    }

    /// <summary><c>Project("{kind}") = "Api", "src\Api\Api.csproj", "{id}"</c>.</summary>
    private static (Fact<string> Path, string Id)? Project(SourceLine line)
    {
        if (!line.Text.StartsWith("Project(", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = line.Text.Split('"');
        if (
            parts is not [_, var kind, _, _, _, var path, _, var id, ..]
            || Others.Any(other => kind.Contains(other, StringComparison.OrdinalIgnoreCase))
        )
        {
            return null;
        }

        var start = parts.Take(5).Sum(part => part.Length + 1);
        return (new Fact<string>(path.Replace('\\', '/'), line.Part(start, path.Length)), id);
    }
}
