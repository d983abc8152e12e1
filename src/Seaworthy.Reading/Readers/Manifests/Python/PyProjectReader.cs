using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Reads pyproject.toml: PEP 621 tables, then what Poetry, uv and PDM add.</summary>
/// <remarks>Source: PEP 621, PEP 735, PEP 518; Poetry documentation, "The pyproject.toml file"; uv documentation, "Managing dependencies".</remarks>
internal sealed class PyProjectReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "pyproject.toml";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Toml;
        var project = tree.Root?["project"];
        var tool = tree.Root?["tool"];
        var poetry = tool?["poetry"];
        var dynamic = project?["dynamic"]?.Items.Any(item => item.Text == "dependencies") ?? false;
        return new PyProject(file.File)
        {
            Problems = tree.Problems,
            Name = project?["name"]?.Fact ?? poetry?["name"]?.Fact,
            Version = project?["version"]?.Fact ?? poetry?["version"]?.Fact,
            BuildBackend = tree.Root?.At("build-system", "build-backend")?.Fact,
            Runtimes = [.. Python(project?["requires-python"]), .. Python(poetry?.At("dependencies", "python"))],
            Dependencies = [.. Sources(All(tree.Root), tool?.At("uv", "sources"))],
            Scripts = [.. Scripts(project?["scripts"]), .. Scripts(project?["gui-scripts"]), .. Scripts(poetry?["scripts"])],
            Tools = [.. from entry in tool?.Entries ?? [] select new Fact<string>(entry.Key, entry.KeySpan)],
            DeclaresProject = project is not null || poetry is not null,
            HasDynamicDependencies = dynamic,
            DependencyFiles = dynamic ? DependencyFiles(tool) : [],
            WorkspaceMembers = tool?.At("uv", "workspace", "members")?.Texts ?? [],
            Readme = (project?["readme"] is MappingNode readme ? readme["file"] : project?["readme"])?.Fact ?? poetry?["readme"]?.Fact,
            LicenseFile = project?.At("license", "file")?.Fact,
            IsPackage = tool?.At("uv", "package")?.Text != "false" && poetry?["package-mode"]?.Text != "false",
            BuildInputs = [.. BuildInputs(tool?["hatch"])],
            ChoosesItsFiles =
                tool?.At("hatch", "build") is not null
                || tool?.At("uv", "build-backend") is not null
                || poetry?["packages"] is not null
                || poetry?["include"] is not null,
        };
    }

    private static IEnumerable<Fact<string>> BuildInputs(Node? hatch)
    {
        Node?[] hooks =
        [
            hatch?.At("build", "hooks", "custom"),
            hatch?.At("build", "targets", "wheel", "hooks", "custom"),
            hatch?.At("metadata", "hooks", "custom"),
        ];
        foreach (var hook in hooks.OfType<MappingNode>())
        {
            yield return hook["path"]?.Fact ?? new Fact<string>("hatch_build.py", hook.Span);
        }

        var version = hatch?["version"];
        if (version?["source"]?.Text is null or "regex" && version?["path"]?.Fact is { } file)
        {
            yield return file;
        }
    }

    private static IEnumerable<Dependency> All(Node? root)
    {
        var tool = root?["tool"];
        return
        [
            .. List(root?.At("project", "dependencies"), DependencyKind.Runtime, null),
            .. Groups(root?.At("project", "optional-dependencies"), DependencyKind.Optional),
            .. Groups(root?["dependency-groups"], DependencyKind.Development),
            .. List(tool?.At("uv", "dev-dependencies"), DependencyKind.Development, "dev"),
            .. Groups(tool?.At("pdm", "dev-dependencies"), DependencyKind.Development),
            .. PoetryDependencies.Read(tool?["poetry"]),
            .. List(root?.At("build-system", "requires"), DependencyKind.Build, null),
        ];
    }

    private static IEnumerable<RuntimeRequirement> Python(Node? node) =>
        node?.Text is { } range ? [new RuntimeRequirement("python", range, node.Span)] : [];

    private static IEnumerable<Dependency> Groups(Node? groups, DependencyKind kind) =>
        groups?.Entries.SelectMany(group => List(group.Value, kind, group.Key)) ?? [];

    private static IEnumerable<Dependency> List(Node? list, DependencyKind kind, string? groupName) =>
        from item in list?.Items ?? []
        let dependency = item.Text is { } text ? Pep508.Parse(text, kind, item.Span) : null
        where dependency is not null
        select dependency with
        {
            Group = groupName,
        };

    /// <summary><c>[tool.uv.sources]</c> says for a name that is in the lists where it really comes from.</summary>
    private static IEnumerable<Dependency> Sources(IEnumerable<Dependency> dependencies, Node? sources) =>
        dependencies.Select(dependency =>
            sources?.Entries.FirstOrDefault(entry => SameName(entry.Key, dependency.Name)) is { } entry
                ? Sourced(dependency, entry.Value)
                : dependency
        );

    private static bool SameName(string left, string right) => Dependency.PythonName(left) == Dependency.PythonName(right);

    private static Dependency Sourced(Dependency dependency, Node source) =>
        source["workspace"]?.Text == "true" ? dependency with { Source = DependencySource.Workspace }
        : source["path"]?.Text is { } path ? dependency with { Source = DependencySource.Path, Location = path }
        : source["git"]?.Text is { } git ? dependency with { Source = DependencySource.Git, Location = git }
        : source["url"]?.Text is { } url ? dependency with { Source = DependencySource.Url, Location = url }
        : dependency;

    private static IEnumerable<NamedPath> Scripts(Node? scripts) =>
        from entry in scripts?.Entries ?? []
        let target = entry.Value.Text ?? entry.Value["callable"]?.Text ?? entry.Value["reference"]?.Text
        where target is not null
        select new NamedPath(entry.Key, target, entry.Span);

    private static IReadOnlyList<Fact<string>> DependencyFiles(Node? tool)
    {
        var file = tool?.At("setuptools", "dynamic", "dependencies", "file");
        return file is ScalarNode { Fact: { } one }
            ? [one]
            : [.. file?.Texts ?? [], .. tool?.At("hatch", "metadata", "hooks", "requirements_txt", "files")?.Texts ?? []];
    }
}
