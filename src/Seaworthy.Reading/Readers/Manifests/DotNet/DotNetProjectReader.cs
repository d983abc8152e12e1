using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Xml;

namespace Seaworthy.Reading.Readers.Manifests.DotNet;

/// <summary>Reads MSBuild projects and the property files that MSBuild imports by itself.</summary>
/// <remarks>Source: Microsoft Learn, "MSBuild reference for .NET SDK projects"; NuGet documentation, "PackageReference in project files".</remarks>
internal sealed class DotNetProjectReader : Reader
{
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    public override bool Accepts(string path) =>
        Projects.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || IsImported(Path.GetFileName(path));

    public override Artifact? Read(FileSyntax file)
    {
        var xml = file.Xml;
        if (xml.Root is { } other && other.Name != "Project")
        {
            return null;
        }

        var root = xml.Root;
        var properties = Properties(root);
        return new DotNetProject(file.File)
        {
            Problems = xml.Problems,
            Sdk = Sdk(root),
            IsImported = IsImported(file.File.Name),
            Properties = properties,
            Name = IsImported(file.File.Name)
                ? null
                : properties.GetValueOrDefault("AssemblyName")
                    ?? new Fact<string>(Path.GetFileNameWithoutExtension(file.File.Path), file.File.Whole),
            Version = properties.GetValueOrDefault("Version") ?? properties.GetValueOrDefault("VersionPrefix"),
            AssemblyName = properties.GetValueOrDefault("AssemblyName"),
            OutputType = properties.GetValueOrDefault("OutputType"),
            UserSecretsId = properties.GetValueOrDefault("UserSecretsId"),
            TargetFrameworks = Frameworks(properties),
            Runtimes =
            [
                .. from framework in Frameworks(properties)
                where IsLiteral(framework.Value)
                select new RuntimeRequirement("dotnet", framework.Value, framework.Span),
            ],
            Dependencies = [.. Packages(root, "PackageReference")],
            CentralVersions = [.. Packages(root, "PackageVersion")],
            ProjectReferences =
            [
                .. from item in Items(root, "ProjectReference") select new Fact<string>(item.Path.Value.Replace('\\', '/'), item.Path.Span),
            ],
        };
    }

    private static bool IsImported(string name) =>
        name is "Directory.Build.props" or "Directory.Build.targets" or "Directory.Packages.props";

    /// <summary>The attribute, or an <c>&lt;Sdk Name=…&gt;</c> element.</summary>
    private static Fact<string>? Sdk(XmlElement? root) => root?.Attribute("Sdk") ?? root?.Element("Sdk")?.Attribute("Name");

    private static Dictionary<string, Fact<string>> Properties(XmlElement? root)
    {
        Dictionary<string, Fact<string>> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Groups(root, "PropertyGroup").SelectMany(found => found.Elements))
        {
            if (property.Text is { } text)
            {
                found[property.Name] = text;
            }
        }

        return found;
    }

    private static IReadOnlyList<Fact<string>> Frameworks(Dictionary<string, Fact<string>> properties) =>
        properties.GetValueOrDefault("TargetFrameworks") is { } several
            ?
            [
                .. several
                    .Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(one => new Fact<string>(one, several.Span)),
            ]
        : properties.GetValueOrDefault("TargetFramework") is { } only ? [only]
        : [];

    private static IEnumerable<Dependency> Packages(XmlElement? root, string itemName) =>
        from item in Items(root, itemName)
        let version = item.Element.Attribute("Version")
            ?? item.Element.Element("Version")?.Text
            ?? item.Element.Attribute("VersionOverride")
        let assets = item.Element.Attribute("PrivateAssets") ?? item.Element.Element("PrivateAssets")?.Text
        select new Dependency(
            item.Path.Value,
            version?.Value,
            // What keeps all its assets to itself takes part in the build only.
            string.Equals(assets?.Value, "all", StringComparison.OrdinalIgnoreCase)
                ? DependencyKind.Build
                : DependencyKind.Runtime,
            DependencySource.Registry,
            item.Element.Span
        )
        {
            Condition = item.Element.Attribute("Condition")?.Value,
        };

    private static IEnumerable<ProjectItem> Items(XmlElement? root, string name) =>
        from item in Groups(root, "ItemGroup").SelectMany(found => found.Elements)
        where item.Name == name
        let path = item.Attribute("Include") ?? item.Attribute("Update")
        where path is not null
        select new ProjectItem(item, path);

    // Groups stand under the project itself or inside Choose/When.
    private static IEnumerable<XmlElement> Groups(XmlElement? root, string name) => root?.Descendants(name) ?? [];

    private static bool IsLiteral(string text) => !text.Contains("$(", StringComparison.Ordinal);

    private sealed record ProjectItem(XmlElement Element, Fact<string> Path);
}
