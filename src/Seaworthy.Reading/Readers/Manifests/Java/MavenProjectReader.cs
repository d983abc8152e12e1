using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Xml;

namespace Seaworthy.Reading.Readers.Manifests.Java;

/// <summary>Reads pom.xml: coordinates, modules, plugins, dependencies, Java version.</summary>
/// <remarks>Source: Apache Maven, "POM Reference".</remarks>
internal sealed class MavenProjectReader : Reader
{
    private static readonly string[] JavaVersion =
    [
        "java.version",
        "maven.compiler.release",
        "maven.compiler.source",
        "maven.compiler.target",
    ];

    public override bool Accepts(string path) => Path.GetFileName(path) == "pom.xml";

    public override Artifact? Read(FileSyntax file)
    {
        var root = file.Xml.Root;
        if (root is { Name: not "project" })
        {
            return null;
        }

        var build = root?.Element("build");
        var properties = root?.Element("properties");
        return new JavaBuild(file.File, "maven")
        {
            Problems = file.Xml.Problems,
            Name = root?.Element("artifactId")?.Text,
            Group = (root?.Element("groupId") ?? root?.Element("parent")?.Element("groupId"))?.Text,
            Version = (root?.Element("version") ?? root?.Element("parent")?.Element("version"))?.Text,
            Parent = root?.Element("parent")?.Element("artifactId")?.Text,
            ParentVersion = root?.Element("parent")?.Element("version")?.Text,
            ImageNames = [.. MavenImages.Of(root)],
            Properties =
            [
                .. from property in properties?.Elements ?? []
                let text = property.Text
                where text is not null
                select new ConfigurationSetting(property.Name, text.Value, property.Span, text.Span),
            ],
            Packaging = root?.Element("packaging")?.Text,
            ArchiveName = build?.Element("finalName")?.Text,
            // Those of profiles too: which profile is active, only the command says.
            Modules =
            [
                .. Texts(root?.Element("modules")),
                .. Texts(root?.Element("subprojects")),
                .. (root?.Element("profiles")?.Elements ?? []).SelectMany(profile => Texts(profile.Element("modules"))),
            ],
            Plugins =
            [
                .. from plugin in build?.Element("plugins")?.Elements ?? []
                let id = plugin.Element("artifactId")?.Text
                where id is not null
                select id,
            ],
            Runtimes =
            [
                .. from name in JavaVersion
                let version = properties?.Element(name)?.Text
                where version is not null && !version.Value.Contains("${", StringComparison.Ordinal)
                select new RuntimeRequirement("java", version.Value, version.Span),
                .. from plugin in build?.Element("plugins")?.Elements ?? []
                where plugin.Element("artifactId")?.Text?.Value == "maven-compiler-plugin"
                let release = plugin.Element("configuration")?.Element("release")?.Text
                where release is not null && release.Value.All(char.IsAsciiDigit)
                select new RuntimeRequirement("java", release.Value, release.Span),
            ],
            Dependencies =
            [
                .. from dependency in root?.Element("dependencies")?.Elements ?? []
                let read = Dependency(dependency)
                where read is not null
                select read,
            ],
        };
    }

    private static IEnumerable<Fact<string>> Texts(XmlElement? list) =>
        list?.Elements.Select(element => element.Text).OfType<Fact<string>>() ?? [];

    private static Dependency? Dependency(XmlElement element)
    {
        if (element.Element("artifactId")?.Text is not { } artifact)
        {
            return null;
        }

        var kind = element.Element("scope")?.Text?.Value switch
        {
            "test" => DependencyKind.Development,
            "provided" => DependencyKind.Peer,
            _ => element.Element("optional")?.Text?.Value == "true" ? DependencyKind.Optional : DependencyKind.Runtime,
        };
        return new Dependency(
            $"{element.Element("groupId")?.Text?.Value}:{artifact.Value}",
            element.Element("version")?.Text?.Value,
            kind,
            DependencySource.Registry,
            element.Span
        );
    }
}
